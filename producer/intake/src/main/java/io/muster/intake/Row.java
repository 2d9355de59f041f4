package io.muster.intake;

import java.util.function.Supplier;

/**
 * One line as it was read.
 *
 * @param fields its values, or what is wrong with it
 * @param original as it stands in the file; several physical lines where a quoted value has line ends
 */
record Row(Fields fields, Supplier<RawText> original) {}
