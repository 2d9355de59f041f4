/** The campaign board: adds up cells, rolls them up the area tree, and judges each area against its target and plan. */
@NullMarked
package io.muster.domain.tally;

import org.jspecify.annotations.NullMarked;
