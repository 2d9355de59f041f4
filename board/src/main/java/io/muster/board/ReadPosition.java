package io.muster.board;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How far the topics are read: the next offset of each partition. Valid for every reader of the same topics, but not
 * after the topics are recreated. Immutable.
 */
public final class ReadPosition {

    /** Matches any identity. */
    private static final long ANY = 0;

    /** Nothing has been read. */
    public static final ReadPosition START = new ReadPosition(ANY, new long[0]);

    /** Sentinel: no reader ever reaches it, so a stream cannot be resumed from here. */
    public static final ReadPosition UNKNOWN = new ReadPosition(ANY, new long[] {Long.MAX_VALUE});

    private static final String SEPARATOR = "-";
    private static final int RADIX = 36;

    private final long identity;
    private final long[] next;

    /** @param identity identifies the topics; 0 matches any */
    ReadPosition(long identity, long[] next) {
        this.identity = identity;
        this.next = next;
    }

    /**
     * Parses the result of {@link #toString}.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    public static ReadPosition parse(String text) {
        try {
            String[] numbers = text.split(SEPARATOR, -1);
            return new ReadPosition(
                    Long.parseUnsignedLong(numbers[0], RADIX),
                    Arrays.stream(numbers)
                            .skip(1)
                            .mapToLong(number -> Long.parseLong(number, RADIX))
                            .toArray());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("malformed position: " + text, e);
        }
    }

    private long at(int slot) {
        return slot < next.length ? next[slot] : 0;
    }

    /** Whether the other position has read at least as far in every partition. */
    public boolean isWithin(ReadPosition other) {
        if (identity != ANY && other.identity != ANY && identity != other.identity) {
            return false;
        }
        for (int slot = 0; slot < next.length; slot++) {
            if (next[slot] > other.at(slot)) {
                return false;
            }
        }
        return true;
    }

    /** Whether any alert was published after the other position. */
    public boolean hasOtherAlertsThan(ReadPosition earlier) {
        return hasMoreThan(earlier, PositionTracker.Source.ALERTS);
    }

    /** Whether any area definition was published after the other position. */
    public boolean hasOtherTreeThan(ReadPosition earlier) {
        return hasMoreThan(earlier, PositionTracker.Source.AREAS);
    }

    private boolean hasMoreThan(ReadPosition earlier, PositionTracker.Source topic) {
        for (int slot = topic.slot; slot < next.length; slot += PositionTracker.TOPICS) {
            if (next[slot] > earlier.at(slot)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadPosition that && isWithin(that) && that.isWithin(this);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(Arrays.stream(next).sum());
    }

    /** Consists of letters, digits and hyphens, so it needs no escaping in URLs and headers. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(Long.toUnsignedString(identity, RADIX)),
                        LongStream.of(next).mapToObj(offset -> Long.toString(offset, RADIX)))
                .collect(Collectors.joining(SEPARATOR));
    }
}
