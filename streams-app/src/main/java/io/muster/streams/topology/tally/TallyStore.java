package io.muster.streams.topology.tally;

import io.muster.contract.topic.CellKey;
import io.muster.domain.CampaignId;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.tally.CampaignBoard;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.stage.TimestampedValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.TimestampedBytesStore;

/**
 * The boards of the campaigns of one cells partition, in memory. It is a fold of that partition and rebuilt from it at
 * each start.
 *
 * <p>It is a {@link TimestampedBytesStore} because {@link CompletenessCheck} needs the timestamps of the cells.
 */
final class TallyStore implements StateStore, TimestampedBytesStore {

    private final String name;
    private final Map<CampaignId, CampaignBoard> boards = new HashMap<>();
    private final SegmentPool segments = new SegmentPool();
    private long records;
    private long latestTimestamp = Long.MIN_VALUE;
    private boolean open;

    TallyStore(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, this::restore);
        open = true;
    }

    private void restore(byte[] key, byte[] timestampAndValue) {
        TimestampedValue restored = TimestampedValue.parse(timestampAndValue);
        put(key, restored.value(), restored.timestamp());
    }

    /**
     * Puts a record of the cells topic on its board.
     *
     * @param timestamp epoch milliseconds
     */
    void put(byte[] key, byte[] value, long timestamp) {
        records++;
        latestTimestamp = Math.max(latestTimestamp, timestamp);
        CellKey cellKey = CellKey.fromBytes(key);
        board(cellKey.cell().campaignId())
                .put(cellKey.cell(), cellKey.inputPartition(), SubtotalCodec.fromBytes(value, segments));
    }

    /** The number of records put, including restored ones. */
    long records() {
        return records;
    }

    /** The latest timestamp of all records put, in epoch milliseconds. */
    long latestTimestamp() {
        return latestTimestamp;
    }

    /** The board of a campaign; created if missing. */
    CampaignBoard board(CampaignId campaignId) {
        return boards.computeIfAbsent(campaignId, CampaignBoard::new);
    }

    Collection<CampaignBoard> boards() {
        return boards.values();
    }

    @Override
    public void close() {
        open = false;
        boards.clear();
        records = 0;
        latestTimestamp = Long.MIN_VALUE;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
