package io.muster.streams.topology.tally;

import io.muster.domain.reference.References;
import io.muster.domain.tally.AsOf;
import io.muster.domain.tally.CampaignBoard;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.RowKey;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.mapping.RowRecord;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TaskRounds;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Judges the boards of one task by the reference records and the as-of day of the moment, and sends on what changed. */
final class RowPublisher implements TaskRounds.Round {

    private final TallyStore store;
    private final CompletenessCheck completeness;
    private final PublishedRows rows;
    private final ProcessorContext<Object, Object> context;
    private final Supplier<References> references;
    private final Supplier<AsOf> asOf;
    private final CampaignPartitions campaigns;
    private final TallyEvents events;
    private final Succession succession;
    private boolean hasInherited;
    private boolean published;

    RowPublisher(
            TallyStore store,
            CompletenessCheck completeness,
            PublishedRows rows,
            ProcessorContext<Object, Object> context,
            Supplier<References> references,
            Supplier<AsOf> asOf,
            CampaignPartitions campaigns,
            TallyEvents events,
            Succession succession) {
        this.store = store;
        this.completeness = completeness;
        this.rows = rows;
        this.context = context;
        this.references = references;
        this.asOf = asOf;
        this.campaigns = campaigns;
        this.events = events;
        this.succession = succession;
        rows.forEach((key, row) -> store.board(key.campaignId()).remember(key, row));
    }

    /** Always, once it is our turn: the as-of day and the reference records may have changed without any record. */
    @Override
    public boolean isNeeded() {
        return succession.isOurTurn();
    }

    /** A record is about to be taken. */
    void takes(long offset) {
        completeness.takes(offset);
    }

    @Override
    public boolean isPermitted(long now) {
        return completeness.isComplete(now);
    }

    /** @param now the time of computation */
    @Override
    public boolean run(long now) {
        if (!hasInherited) {
            succession.forEachRowLeft(this::adopt);
            hasInherited = true;
        }
        References known = references.get();
        for (String campaignId : known.campaigns().keySet()) {
            if (isOurs(campaignId)) {
                store.board(campaignId);
            }
        }
        AsOf asOfNow = asOf.get();
        Instant computedAt = Instant.ofEpochMilli(now);
        published = false;
        for (CampaignBoard board : store.boards()) {
            board.refer(known);
            board.changes(asOfNow, change -> send(change, computedAt));
        }
        return published;
    }

    private void adopt(String publishedKey) {
        RowKey key = PublishedKey.parse(publishedKey);
        if (isOurs(key.campaignId())) {
            rows.adopt(publishedKey);
            store.board(key.campaignId()).remember(key, null);
        }
    }

    private boolean isOurs(String campaignId) {
        return campaigns.partitionOf(campaignId) == context.taskId().partition();
    }

    private void send(Change change, Instant computedAt) {
        published = true;
        events.published(change);
        RowRecord record = RowRecord.of(change, computedAt);
        rows.note(change, record);
        context.forward(
                new Record<>(record.key(), record.value(), computedAt.toEpochMilli()),
                record.topic().name());
    }

    /** Makes the publisher of a task. */
    interface Factory {
        RowPublisher of(TallyStore store, ProcessorContext<Object, Object> context);
    }

    /** Says which partition of the cells topic a campaign belongs to. */
    interface CampaignPartitions {
        int partitionOf(String campaignId);
    }
}
