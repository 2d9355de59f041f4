/** The first stage: the winning statement of each participant, and the subtotal of each cell. */
@NullMarked
package io.muster.domain.ledger;

import org.jspecify.annotations.NullMarked;
