package io.muster.cli.rejections;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of positions that takes little room: a bit for each record of the topic at most, and an entry for every few thousand. */
final class SeenPositions {

    private static final int STRETCH = 4096;

    private final Map<Stretch, BitSet> stretches = new HashMap<>();

    private record Stretch(String topic, int partition, long number) {}

    /** @return whether it was not there yet */
    boolean add(Position position) {
        Stretch stretch =
                new Stretch(position.topic(), position.partition(), Math.floorDiv(position.offset(), STRETCH));
        BitSet seen = stretches.computeIfAbsent(stretch, first -> new BitSet());
        int place = Math.floorMod(position.offset(), STRETCH);
        boolean isNew = !seen.get(place);
        seen.set(place);
        return isNew;
    }
}
