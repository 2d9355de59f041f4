package io.muster.dashboard.stream;

import io.muster.board.ReadPosition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The id of an event: the read position up to which its receiver knows all changes, and the time. Valid in every
 * instance of the dashboard.
 */
record EventId(Instant at, ReadPosition position) {

    /** Compaction keeps tombstones for a day. Older ids cannot be resumed, because removals may be missed. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    private static final int RADIX = 36;

    /** Parses an id; null if it is malformed or too old. */
    static @Nullable EventId parse(String text, Instant now) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2) {
            return null;
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0], RADIX));
            return at.plus(VALIDITY).isBefore(now) ? null : new EventId(at, ReadPosition.parse(parts[1]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return Long.toString(at.getEpochSecond(), RADIX) + "." + position;
    }
}
