package io.muster.dashboard.stream;

import io.muster.board.Position;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The id of an event: up to where in the topics its receiver knows all, and when that was. Every copy of the dashboard understands it.
 */
record EventId(Instant at, Position position) {

    /** Compaction keeps for a day what says that a row is gone; who was away for longer than this begins anew. */
    private static final Duration UNDERSTOOD_FOR = Duration.ofHours(12);

    private static final int RADIX = 36;

    /** Null where it is none of ours, or too old. */
    static @Nullable EventId parse(String text, Instant now) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2) {
            return null;
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0], RADIX));
            return at.plus(UNDERSTOOD_FOR).isBefore(now) ? null : new EventId(at, Position.parse(parts[1]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return Long.toString(at.getEpochSecond(), RADIX) + "." + position;
    }
}
