/** The lines of a table, CSV or a sheet, and the values in them by field. */
@NullMarked
package io.muster.intake.row;

import org.jspecify.annotations.NullMarked;
