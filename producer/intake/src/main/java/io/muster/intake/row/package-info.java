/** Rows of CSV files and workbook sheets, and their values by field. */
@NullMarked
package io.muster.intake.row;

import org.jspecify.annotations.NullMarked;
