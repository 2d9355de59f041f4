package io.muster.streams.topology;

import io.muster.contract.topic.Topic;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.tally.Change;
import io.muster.streams.mapping.RegistryRetry;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.tally.TallyEvents;
import java.util.ArrayList;
import java.util.List;

/** Records the events of the topology. */
final class RecordedEvents implements LedgerEvents, TallyEvents, ReferenceEvents, RegistryRetry.OutageListener {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Rejection.Reason> rejections = new ArrayList<>();
    private final List<Topic<?>> ignored = new ArrayList<>();

    /** The outcome of each valid statement. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** The reason of each rejection. */
    List<Rejection.Reason> rejections() {
        return rejections;
    }

    /** The topic of each reference record that was ignored. */
    List<Topic<?>> ignored() {
        return ignored;
    }

    @Override
    public void counted(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        rejections.add(reason);
    }

    @Override
    public void rerouted() {}

    @Override
    public void ignored(Topic<?> topic) {
        ignored.add(topic);
    }

    @Override
    public void published(Change change) {}

    @Override
    public void began(String problem) {}

    @Override
    public void ended() {}
}
