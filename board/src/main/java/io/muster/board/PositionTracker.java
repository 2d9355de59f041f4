package io.muster.board;

import java.util.Arrays;

/** Tracks the offsets read so far; {@link #freeze} returns them as a {@link ReadPosition}. */
final class PositionTracker {

    /** The topics that are tracked. Each has one slot per partition. */
    enum Source {
        PROGRESS(0),
        DAYS(1),
        ALERTS(2),
        AREAS(3),
        SEGMENTS(4);

        /** Slot of partition 0. Part of the serialized form that clients keep, so it must never change. */
        final int slot;

        Source(int slot) {
            this.slot = slot;
        }
    }

    /** Distance between the slots of consecutive partitions of a topic. */
    static final int TOPICS = 5;

    private long[] next = new long[0];
    private long identity;

    /** @param identity identifies the topics; positions of other identities are not comparable */
    void begin(long identity) {
        this.identity = identity;
    }

    /** Records that a record was read. */
    void note(Source topic, RecordLocation location) {
        int slot = location.partition() * TOPICS + topic.slot;
        if (slot >= next.length) {
            next = Arrays.copyOf(next, (location.partition() + 1) * TOPICS);
        }
        next[slot] = location.offset() + 1;
    }

    boolean isEmpty() {
        return next.length == 0;
    }

    void clear() {
        next = new long[0];
    }

    ReadPosition freeze() {
        return new ReadPosition(identity, next.clone());
    }
}
