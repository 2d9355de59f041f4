package io.muster.streams.topology.tally;

import io.muster.domain.tally.Change;

/** Is told of every row that is published. */
public interface TallyEvents {

    void published(Change change);
}
