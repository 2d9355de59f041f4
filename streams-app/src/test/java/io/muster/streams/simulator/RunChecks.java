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
import io.muster.streams.topology.Backlog;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TopologySettings;
import io.muster.streams.topology.tally.TallyStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;

/** Checks after each record and each round of an instance what the topics do not show afterwards: events, backlogs, commits, and what goes when. */
final class RunChecks extends Unattended implements Observer {

    private static final int MOST_CHANGES_OF_A_RECORD = 3;

    private final Backlog ledgerBacklog = new Backlog();
    private final Backlog tallyBacklog = new Backlog();
    private final Succession succession;
    private final int partitions;
    private final Map<String, Integer> sent = new HashMap<>();
    private final List<Outcome> counted = new ArrayList<>();
    private int rejected;
    private int sentHome;
    private int published;
    private int notable;
    private int changed;
    private int left;
    private long backlogBefore;

    /** A promise that is broken while an instance runs. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String promise) {
            super(promise);
        }
    }

    /** @param partitions of enrollments */
    RunChecks(Succession succession, int partitions) {
        this.succession = succession;
        this.partitions = partitions;
    }

    Backlog ledgerBacklog() {
        return ledgerBacklog;
    }

    Backlog tallyBacklog() {
        return tallyBacklog;
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
    public void sentHome() {
        sentHome++;
    }

    @Override
    public void published(Change change) {
        published++;
        if (change.isNew() || change.row() == null || change.row() instanceof AlertRow) {
            notable++;
        }
    }

    /** A row of the predecessor was named. */
    void rowLeft() {
        left++;
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
    public void takes(TopicPartition input) {
        forget();
        backlogBefore = backlog(input).records();
    }

    @Override
    public void took(TopicPartition input, Entry entry) {
        check(backlog(input).records() == backlogBefore + 1, "the backlog does not grow by the record that was taken");
        check(changed <= MOST_CHANGES_OF_A_RECORD, changed + " changes of one record");
        check(rows() == 0, "rows are published before their round");
        if (input.topic().equals(Topics.ENROLLMENTS.name())) {
            tookStatement(input, entry);
        }
        forget();
    }

    private void tookStatement(TopicPartition input, Entry entry) {
        boolean isForeignCopy = rejected == 0
                && entry.key() != null
                && Origin.isGiven(entry.headers())
                && TopologySettings.home(entry.key(), partitions) != input.partition();
        int told = counted.size() + rejected + sentHome;
        check(told == (isForeignCopy ? 0 : 1), told + " times was told of a record");
        check(sentHome == sent(Topics.ENROLLMENTS), sent(Topics.ENROLLMENTS) + " copies, but " + sentHome + " told of");
        check(sent(Topics.REJECTIONS) <= rejected, "a rejection that was not told of");
        boolean mustSend = !succession.isOurTurn()
                && counted.stream()
                        .anyMatch(outcome -> !(outcome instanceof Outcome.Duplicate)
                                && !(outcome instanceof Outcome.Stale)
                                && !(outcome instanceof Outcome.Lost));
        check(!mustSend || cells() > 0, "a commit would cover a statement whose cells were not sent");
        check(!succession.isOurTurn() || cells() == 0, "cells are sent before their round");
    }

    @Override
    public void corrupted() {
        forget();
    }

    @Override
    public void punctuated(boolean asksForCommit) {
        int handedOn = rows() + cells();
        check(published == rows(), rows() + " rows, but " + published + " told of");
        check(asksForCommit == handedOn > 0, handedOn + " records and " + (asksForCommit ? "a" : "no") + " commit");
        check(sent(Topics.HEARTBEATS) <= 1, sent(Topics.HEARTBEATS) + " heartbeats of a task at once");
        check(
                left == 0 ? changed == notable : changed <= notable + left,
                changed + " changes for " + notable + " rows that are new or gone");
        check(
                succession.isOurTurn() || rows() + sent(Topics.HEARTBEATS) == 0,
                "rows or heartbeats while the predecessor counts");
        forget();
    }

    /** What does not hold when nothing comes in any more. */
    List<String> brokenAtRest() {
        return ledgerBacklog.records() == 0 && tallyBacklog.records() == 0
                ? List.of()
                : List.of("at rest the backlogs are " + ledgerBacklog.records() + " and " + tallyBacklog.records());
    }

    private Backlog backlog(TopicPartition input) {
        return input.topic().equals(Topics.ENROLLMENTS.name()) ? ledgerBacklog : tallyBacklog;
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
        sentHome = 0;
        published = 0;
        notable = 0;
        changed = 0;
        left = 0;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
