/** Which counts a certification signs off. */
@NullMarked
package io.muster.dashboard.report.certify;

import org.jspecify.annotations.NullMarked;
