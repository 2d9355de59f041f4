/**
 * The campaign board: adds up cells, rolls them up the area tree, and judges each area against its target and plan.
 * Heartbeats tell whether counting keeps up.
 */
@NullMarked
package io.muster.domain.tally;

import org.jspecify.annotations.NullMarked;
