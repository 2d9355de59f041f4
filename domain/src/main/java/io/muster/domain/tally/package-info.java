/** The campaign board: adds up cells, rolls them up the tree of areas, and says where each area stands. */
@NullMarked
package io.muster.domain.tally;

import org.jspecify.annotations.NullMarked;
