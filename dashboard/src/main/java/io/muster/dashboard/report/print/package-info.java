/** The ways to print a bulletin. */
@NullMarked
package io.muster.dashboard.report.print;

import org.jspecify.annotations.NullMarked;
