package io.muster.intake.row;

import io.muster.intake.text.RawText;
import java.util.function.Supplier;

/**
 * One line as it was read.
 *
 * @param fields its values, or what is wrong with it
 * @param original as it stands in the file; several physical lines where a quoted value has line ends
 */
public record Row(Fields fields, Supplier<RawText> original) {}
