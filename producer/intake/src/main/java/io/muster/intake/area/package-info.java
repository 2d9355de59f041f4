/** Finds areas by their written names. */
@NullMarked
package io.muster.intake.area;

import org.jspecify.annotations.NullMarked;
