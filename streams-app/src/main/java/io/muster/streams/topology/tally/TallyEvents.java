package io.muster.streams.topology.tally;

import io.muster.domain.tally.Change;

/** Listener for published rows. */
public interface TallyEvents {

    void published(Change change);
}
