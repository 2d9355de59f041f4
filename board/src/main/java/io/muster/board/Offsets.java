package io.muster.board;

import java.util.Arrays;

/** A {@link Position} that moves on. */
final class Offsets {

    /** The topics whose records it counts; each has a slot for each partition. */
    enum Of {
        PROGRESS(0),
        DAYS(1),
        ALERTS(2),
        AREAS(3),
        SEGMENTS(4);

        /** Of its slot for the first partition. It stands in positions that others keep: it never changes. */
        final int slot;

        Of(int slot) {
            this.slot = slot;
        }
    }

    /** Slots of the same topic are so far apart. */
    static final int TOPICS = 5;

    private long[] next = new long[0];
    private long identity;

    /** @param identity of the topics that are begun with: positions in topics of another one say nothing here */
    void begin(long identity) {
        this.identity = identity;
    }

    /** Notes that a record was read. */
    void note(Of topic, Origin origin) {
        int slot = origin.partition() * TOPICS + topic.slot;
        if (slot >= next.length) {
            next = Arrays.copyOf(next, (origin.partition() + 1) * TOPICS);
        }
        next[slot] = origin.offset() + 1;
    }

    boolean isEmpty() {
        return next.length == 0;
    }

    void clear() {
        next = new long[0];
    }

    Position freeze() {
        return new Position(identity, next.clone());
    }
}
