package io.muster.streams.topology;

import io.muster.contract.topic.Topic;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.tally.Change;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.tally.TallyEvents;

/** Ignores all events of the topology. */
public class NoOpEvents implements LedgerEvents, TallyEvents, ReferenceEvents {

    @Override
    public void counted(Outcome outcome) {}

    @Override
    public void rejected(Rejection.Reason reason) {}

    @Override
    public void rerouted() {}

    @Override
    public void ignored(Topic<?> topic) {}

    @Override
    public void published(Change change) {}
}
