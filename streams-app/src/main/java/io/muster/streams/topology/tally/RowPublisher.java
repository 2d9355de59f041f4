package io.muster.streams.topology.tally;

import io.muster.domain.CampaignId;
import io.muster.domain.reference.References;
import io.muster.domain.tally.AsOf;
import io.muster.domain.tally.CampaignBoard;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.RowKey;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.mapping.RowRecord;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TaskFlushes;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Evaluates the boards of one task against the current reference records and as-of day, and forwards the rows that
 * changed.
 */
final class RowPublisher implements TaskFlushes.Flush {

    private final TallyStore store;
    private final CompletenessCheck completeness;
    private final PublishedRows rows;
    private final ProcessorContext<Object, Object> context;
    private final Inputs inputs;
    private final CampaignPartitions campaigns;
    private final TallyEvents events;
    private final Succession succession;
    private boolean hasInherited;
    private boolean published;

    /**
     * The values besides cells that rows depend on.
     *
     * @param references the current reference records
     * @param asOf the current as-of day
     */
    record Inputs(Supplier<References> references, Supplier<AsOf> asOf) {}

    RowPublisher(
            TallyStore store,
            CompletenessCheck completeness,
            PublishedRows rows,
            ProcessorContext<Object, Object> context,
            Inputs inputs,
            CampaignPartitions campaigns,
            TallyEvents events,
            Succession succession) {
        this.store = store;
        this.completeness = completeness;
        this.rows = rows;
        this.context = context;
        this.inputs = inputs;
        this.campaigns = campaigns;
        this.events = events;
        this.succession = succession;
        rows.forEach((key, row) -> store.board(key.campaignId()).remember(key, row));
    }

    /** Always true for a publisher: the as-of day and the reference records may change without any cell. */
    @Override
    public boolean isNeeded() {
        return succession.isPublisher();
    }

    /** Must be called before a record is put into the store. */
    void beforePut(long offset) {
        completeness.beforePut(offset);
    }

    @Override
    public boolean isPermitted(long now) {
        return completeness.isComplete(now);
    }

    /** @param now the time of computation, in epoch milliseconds */
    @Override
    public boolean run(long now) {
        if (!hasInherited) {
            succession.forEachInheritedRow(this::inherit);
            hasInherited = true;
        }
        References known = inputs.references().get();
        for (CampaignId campaignId : known.campaigns().keySet()) {
            if (isOwned(campaignId)) {
                store.board(campaignId);
            }
        }
        AsOf asOf = inputs.asOf().get();
        Instant computedAt = Instant.ofEpochMilli(now);
        published = false;
        for (CampaignBoard board : store.boards()) {
            board.refer(known);
            board.changes(asOf, change -> publish(change, computedAt));
        }
        return published;
    }

    private void inherit(String publishedKey) {
        RowKey key = PublishedKey.parse(publishedKey);
        if (isOwned(key.campaignId())) {
            rows.inherit(publishedKey);
            store.board(key.campaignId()).remember(key, null);
        }
    }

    private boolean isOwned(CampaignId campaignId) {
        return campaigns.partitionOfCampaign(campaignId) == context.taskId().partition();
    }

    private void publish(Change change, Instant computedAt) {
        published = true;
        events.published(change);
        RowRecord record = RowRecord.of(change, computedAt);
        rows.update(change, record);
        context.forward(
                new Record<>(record.key(), record.value(), computedAt.toEpochMilli()),
                record.topic().name());
    }

    /** Creates the publisher of a task. */
    interface Factory {
        RowPublisher of(TallyStore store, ProcessorContext<Object, Object> context);
    }

    /** The partition of the cells topic that a campaign belongs to. */
    interface CampaignPartitions {
        int partitionOfCampaign(CampaignId campaignId);
    }
}
