/** The first stage: which statement stands for each participant, and how many stand in each cell. */
@NullMarked
package io.muster.domain.ledger;

import org.jspecify.annotations.NullMarked;
