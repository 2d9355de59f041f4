/** Rules that the layering tests of all modules share. */
@NullMarked
package io.muster.domain.layering;

import org.jspecify.annotations.NullMarked;
