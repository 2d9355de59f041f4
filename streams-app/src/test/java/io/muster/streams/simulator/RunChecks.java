package io.muster.streams.simulator;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.Change;
import io.muster.streams.mapping.Origin;
import io.muster.streams.simulator.engine.Observer;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import io.muster.streams.topology.stage.UncommittedCount;
import io.muster.streams.topology.tally.TallyStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Checks each record and each flush of an instance while it runs. Covers what the topics do not show afterwards:
 * events, uncommitted counts, commits and timing.
 */
final class RunChecks extends HangingListener implements Observer {

    private static final int MOST_CHANGES_PER_RECORD = 3;

    private final UncommittedCount ledgerUncommitted = new UncommittedCount();
    private final UncommittedCount tallyUncommitted = new UncommittedCount();
    private final Succession succession;
    private final int partitions;
    private final Map<String, Integer> sent = new HashMap<>();
    private final List<Outcome> counted = new ArrayList<>();
    private int rejected;
    private int rerouted;
    private int published;
    private int notable;
    private int changed;
    private int inherited;
    private long uncommittedBefore;

    /** Thrown when an instance breaks a guarantee while it runs. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String guarantee) {
            super(guarantee);
        }
    }

    /** @param partitions of enrollments */
    RunChecks(Succession succession, int partitions) {
        this.succession = succession;
        this.partitions = partitions;
    }

    UncommittedCount ledgerUncommitted() {
        return ledgerUncommitted;
    }

    UncommittedCount tallyUncommitted() {
        return tallyUncommitted;
    }

    @Override
    public void counted(Outcome outcome) {
        counted.add(outcome);
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        rejected++;
    }

    @Override
    public void rerouted() {
        rerouted++;
    }

    @Override
    public void published(Change change) {
        published++;
        if (change.isNew() || change.row() == null || change.row() instanceof AlertRow) {
            notable++;
        }
    }

    /** Counts an inherited row. */
    void rowInherited() {
        inherited++;
    }

    @Override
    public void sent(String topic, Record<?, ?> record) {
        sent.merge(topic, 1, Integer::sum);
    }

    @Override
    public void changed(TopicPartition changelog) {
        changed++;
    }

    @Override
    public void beforeRecord(TopicPartition input) {
        forget();
        uncommittedBefore = uncommitted(input).count();
    }

    @Override
    public void afterRecord(TopicPartition input, Entry entry) {
        check(uncommitted(input).count() == uncommittedBefore + 1, "the uncommitted count did not grow by one");
        check(changed <= MOST_CHANGES_PER_RECORD, changed + " changelog records for one input record");
        check(rows() == 0, "rows were published outside a flush");
        if (input.topic().equals(Topics.ENROLLMENTS.name())) {
            checkStatement(input, entry);
        }
        forget();
    }

    private void checkStatement(TopicPartition input, Entry entry) {
        boolean isForeignCopy = rejected == 0
                && entry.key() != null
                && Origin.isCopy(entry.headers())
                && TopologySettings.partitionOfKey(entry.key(), partitions) != input.partition();
        int events = counted.size() + rejected + rerouted;
        check(events == (isForeignCopy ? 0 : 1), events + " events for one record");
        check(rerouted == sent(Topics.ENROLLMENTS), sent(Topics.ENROLLMENTS) + " copies, but " + rerouted + " events");
        check(sent(Topics.REJECTIONS) <= rejected, "a rejection without an event");
        boolean mustSend = !succession.isPublisher()
                && counted.stream()
                        .anyMatch(outcome -> !(outcome instanceof Outcome.Duplicate)
                                && !(outcome instanceof Outcome.Stale)
                                && !(outcome instanceof Outcome.Lost));
        check(!mustSend || cells() > 0, "a commit would cover a statement whose cells were not forwarded");
        check(!succession.isPublisher() || cells() == 0, "cells were forwarded outside a flush");
    }

    @Override
    public void corrupted() {
        forget();
    }

    @Override
    public void punctuated(boolean requestsCommit) {
        int forwarded = rows() + cells();
        check(published == rows(), rows() + " rows, but " + published + " events");
        check(requestsCommit == forwarded > 0, forwarded + " records and " + (requestsCommit ? "a" : "no") + " commit");
        check(sent(Topics.HEARTBEATS) <= 1, sent(Topics.HEARTBEATS) + " heartbeats of one task at once");
        check(
                inherited == 0 ? changed == notable : changed <= notable + inherited,
                changed + " changelog records for " + notable + " created or removed rows");
        check(
                succession.isPublisher() || rows() + sent(Topics.HEARTBEATS) == 0,
                "rows or heartbeats while the predecessor publishes");
        forget();
    }

    /** Descriptions of what does not hold at rest. */
    List<String> brokenAtRest() {
        return ledgerUncommitted.count() == 0 && tallyUncommitted.count() == 0
                ? List.of()
                : List.of("uncommitted at rest: " + ledgerUncommitted.count() + " and " + tallyUncommitted.count());
    }

    private UncommittedCount uncommitted(TopicPartition input) {
        return input.topic().equals(Topics.ENROLLMENTS.name()) ? ledgerUncommitted : tallyUncommitted;
    }

    private int rows() {
        return TallyStage.OUTPUTS.stream().mapToInt(this::sent).sum();
    }

    private int cells() {
        return sent(Topics.cells(Applications.FIRST)) + sent(Topics.cells(Applications.SECOND));
    }

    private int sent(Topic<?> topic) {
        return sent.getOrDefault(topic.name(), 0);
    }

    private void forget() {
        sent.clear();
        counted.clear();
        rejected = 0;
        rerouted = 0;
        published = 0;
        notable = 0;
        changed = 0;
        inherited = 0;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
