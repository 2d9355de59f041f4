package io.muster.intake.row;

import io.muster.intake.text.RawText;
import java.util.function.Supplier;

/**
 * One row of a file.
 *
 * @param fields the values, or the problems of the row
 * @param original the row as written in the file; several lines if a quoted value contains line ends
 */
public record InputRow(Fields fields, Supplier<RawText> original) {}
