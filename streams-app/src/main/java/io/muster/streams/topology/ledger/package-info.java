/** First stage: which statement stands for each participant, and the cells that changed. */
@NullMarked
package io.muster.streams.topology.ledger;

import org.jspecify.annotations.NullMarked;
