/** The ways to print a bulletin. */
@NullMarked
package io.muster.report.print;

import org.jspecify.annotations.NullMarked;
