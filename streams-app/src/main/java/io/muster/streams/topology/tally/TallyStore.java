package io.muster.streams.topology.tally;

import io.muster.contract.topic.CellKey;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.tally.CampaignBoard;
import io.muster.streams.mapping.SubtotalCodec;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.TimestampedBytesStore;

/**
 * The boards of the campaigns of one cells partition, in memory: a fold of that partition, rebuilt from it at each start.
 *
 * <p>As a {@link TimestampedBytesStore} it is restored from values with eight bytes of the record's timestamp in front.
 */
final class TallyStore implements StateStore, TimestampedBytesStore {

    private final String name;
    private final Map<String, CampaignBoard> boards = new HashMap<>();
    private final SegmentPool segments = new SegmentPool();
    private long taken;
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
        ByteBuffer buffer = ByteBuffer.wrap(timestampAndValue);
        long timestamp = buffer.getLong();
        byte[] value = new byte[buffer.remaining()];
        buffer.get(value);
        put(key, value, timestamp);
    }

    /**
     * Takes a record of the cells topic.
     *
     * @param timestamp epoch milliseconds
     */
    void put(byte[] key, byte[] value, long timestamp) {
        taken++;
        latestTimestamp = Math.max(latestTimestamp, timestamp);
        CellKey cellKey = CellKey.fromBytes(key);
        board(cellKey.cell().campaignId())
                .put(cellKey.cell(), cellKey.inputPartition(), SubtotalCodec.fromBytes(value, segments));
    }

    /** How many records it has taken, restored ones among them. */
    long taken() {
        return taken;
    }

    /** The latest of the records taken, in epoch milliseconds. */
    long latestTimestamp() {
        return latestTimestamp;
    }

    /** The board of a campaign; a new one if nothing is known of it. */
    CampaignBoard board(String campaignId) {
        return boards.computeIfAbsent(campaignId, CampaignBoard::new);
    }

    Collection<CampaignBoard> boards() {
        return boards.values();
    }

    @Override
    public void close() {
        open = false;
        boards.clear();
        taken = 0;
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
