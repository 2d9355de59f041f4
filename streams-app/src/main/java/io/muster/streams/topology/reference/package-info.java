/** Campaigns, areas, targets and certified counts, held in memory by every instance. */
@NullMarked
package io.muster.streams.topology.reference;

import org.jspecify.annotations.NullMarked;
