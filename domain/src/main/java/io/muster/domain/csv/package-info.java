/** CSV that people open in a spreadsheet. */
@NullMarked
package io.muster.domain.csv;

import org.jspecify.annotations.NullMarked;
