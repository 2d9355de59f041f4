/** Explains a count: its days, parts, corrections, lost statements and area tree changes. */
@NullMarked
package io.muster.report.explain;

import org.jspecify.annotations.NullMarked;
