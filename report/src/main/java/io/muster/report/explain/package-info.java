/** Why a count is what it is, and why it fell. */
@NullMarked
package io.muster.report.explain;

import org.jspecify.annotations.NullMarked;
