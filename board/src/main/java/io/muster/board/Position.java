package io.muster.board;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How far some topics are read: of each partition, the offset after the last record. Any reader of the same topics understands it; in
 * topics that were made anew it says nothing. Immutable.
 */
public final class Position {

    /** The identity where it does not matter which topics they are. */
    private static final long ANY = 0;

    /** Nothing is read. */
    public static final Position START = new Position(ANY, new long[0]);

    /** Nobody is there: what is known up to here cannot be gone on from. */
    public static final Position UNKNOWN = new Position(ANY, new long[] {Long.MAX_VALUE});

    private static final String SEPARATOR = "-";
    private static final int RADIX = 36;

    private final long identity;
    private final long[] next;

    /** @param identity of the topics; 0 within topics that are the same anyway */
    Position(long identity, long[] next) {
        this.identity = identity;
        this.next = next;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is no position
     */
    public static Position parse(String text) {
        try {
            String[] numbers = text.split(SEPARATOR, -1);
            return new Position(
                    Long.parseUnsignedLong(numbers[0], RADIX),
                    Arrays.stream(numbers)
                            .skip(1)
                            .mapToLong(number -> Long.parseLong(number, RADIX))
                            .toArray());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no position: " + text, e);
        }
    }

    private long at(int slot) {
        return slot < next.length ? next[slot] : 0;
    }

    /** Whether everything here was read there as well. */
    public boolean isWithin(Position other) {
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

    /** Whether any alert was published since. */
    public boolean hasOtherAlertsThan(Position earlier) {
        return hasMoreThan(earlier, Offsets.Of.ALERTS);
    }

    /** Whether the definition of any area was published since. */
    public boolean hasOtherTreeThan(Position earlier) {
        return hasMoreThan(earlier, Offsets.Of.AREAS);
    }

    private boolean hasMoreThan(Position earlier, Offsets.Of topic) {
        for (int slot = topic.slot; slot < next.length; slot += Offsets.TOPICS) {
            if (next[slot] > earlier.at(slot)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && isWithin(that) && that.isWithin(this);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(Arrays.stream(next).sum());
    }

    /** Letters, digits and hyphens. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(Long.toUnsignedString(identity, RADIX)),
                        LongStream.of(next).mapToObj(offset -> Long.toString(offset, RADIX)))
                .collect(Collectors.joining(SEPARATOR));
    }
}
