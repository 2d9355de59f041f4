package io.muster.streams.topology.tally;

import io.muster.domain.statement.SegmentPool;
import io.muster.domain.tally.CampaignBoard;
import io.muster.streams.mapping.CellKey;
import io.muster.streams.mapping.SubtotalCodec;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/** The boards of the campaigns of one cells partition, in memory: a fold of that partition, rebuilt from it at each start. */
final class TallyStore implements StateStore {

    private final String name;
    private final Map<String, CampaignBoard> boards = new HashMap<>();
    private final SegmentPool segments = new SegmentPool();
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
        context.register(root, this::put);
        open = true;
    }

    /** Takes a record of the cells topic. */
    void put(byte[] key, byte[] value) {
        CellKey cellKey = CellKey.fromBytes(key);
        board(cellKey.cell().campaignId())
                .put(cellKey.cell(), cellKey.inputPartition(), SubtotalCodec.fromBytes(value, segments));
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
