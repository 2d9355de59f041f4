/** A counted campaign on a board: its area tree, its published days, and the counts that a certification signs off. */
@NullMarked
package io.muster.report.counted;

import org.jspecify.annotations.NullMarked;
