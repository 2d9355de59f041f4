package io.muster.cli.rejections;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A compact set of positions: one bit per offset, in blocks of 4,096 offsets. */
final class PositionSet {

    private static final int BLOCK_SIZE = 4096;

    private final Map<Block, BitSet> blocks = new HashMap<>();

    private record Block(String topic, int partition, long number) {}

    /** @return whether it was added; false if it was there already */
    boolean add(RecordPosition position) {
        Block block = new Block(position.topic(), position.partition(), Math.floorDiv(position.offset(), BLOCK_SIZE));
        BitSet seen = blocks.computeIfAbsent(block, first -> new BitSet());
        int place = Math.floorMod(position.offset(), BLOCK_SIZE);
        boolean isNew = !seen.get(place);
        seen.set(place);
        return isNew;
    }
}
