/** Which counts a certification signs off. */
@NullMarked
package io.muster.report.certify;

import org.jspecify.annotations.NullMarked;
