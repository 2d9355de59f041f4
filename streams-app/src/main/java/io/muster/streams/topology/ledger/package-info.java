/** First stage: finds the winning statement of each participant and forwards the cells that changed. */
@NullMarked
package io.muster.streams.topology.ledger;

import org.jspecify.annotations.NullMarked;
