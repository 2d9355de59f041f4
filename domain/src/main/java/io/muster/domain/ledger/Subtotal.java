package io.muster.domain.ledger;

import io.muster.domain.statement.RecordedTimes;
import io.muster.domain.statement.Segment;
import io.muster.domain.statement.Status;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The number of participants in one cell. It is an absolute number, so forwarding it twice does no harm. There are
 * hundreds of thousands of subtotals, so segments are kept in two small arrays;
 * {@link io.muster.domain.statement.SegmentPool} lets subtotals share the segments.
 */
public final class Subtotal {

    private static final Segment[] NO_SEGMENTS = {};
    private static final int[] NO_COUNTS = {};
    private static final int GROWTH = 4;

    private int enrolled;
    private int withdrawn;
    private final RecordedTimes recorded = new RecordedTimes();
    private Segment[] segments = NO_SEGMENTS;
    private int[] counts = NO_COUNTS;
    private int size;
    private Map<OddSource, Integer> odd = Map.of();

    /** Participants whose winning statement is ENROLLED in this cell. */
    public int enrolled() {
        return enrolled;
    }

    /** Participants whose winning statement is WITHDRAWN in this cell. */
    public int withdrawn() {
        return withdrawn;
    }

    /** When the statements that named the cell were recorded, whether they won or not. */
    public RecordedTimes recorded() {
        return recorded;
    }

    /** The number of segments that were ever named in this cell. */
    public int segmentCount() {
        return size;
    }

    public Segment segment(int index) {
        return segments[index];
    }

    /** Enrolled participants of the segment at that index. */
    public int enrolledOf(int index) {
        return counts[index];
    }

    /** Enrolled participants of a segment; 0 if it was never named. */
    public int enrolledOf(Segment segment) {
        int index = indexOf(segment);
        return index < 0 ? 0 : counts[index];
    }

    /** Whether the segment was ever named in this cell. */
    public boolean names(Segment segment) {
        return indexOf(segment) >= 0;
    }

    /** Adds participants without their segments, or removes them if the number is negative. */
    public void add(Status status, int by) {
        if (status == Status.ENROLLED) {
            enrolled += by;
        } else {
            withdrawn += by;
        }
    }

    /**
     * Adds enrolled participants of a segment; 0 only names it.
     *
     * @return whether that changed anything
     */
    public boolean addSegment(Segment segment, int by) {
        int index = indexOf(segment);
        if (index >= 0) {
            counts[index] += by;
            return by != 0;
        }
        if (size == segments.length) {
            makeRoomFor(size + GROWTH);
        }
        segments[size] = segment;
        counts[size++] = by;
        return true;
    }

    /** The number of participants by oddity and by source of the winning statement. Empty for nearly all cells. */
    public Map<OddSource, Integer> odd() {
        return Collections.unmodifiableMap(odd);
    }

    /** Adds participants whose winning statement is odd, or removes them if the number is negative. */
    public void addOdd(OddSource source, int by) {
        if (odd.isEmpty()) {
            odd = new HashMap<>(2);
        }
        odd.merge(source, by, (before, more) -> before + more == 0 ? null : before + more);
        if (odd.isEmpty()) {
            odd = Map.of();
        }
    }

    /** Sets the capacity to that many segments. */
    public void makeRoomFor(int segmentCount) {
        segments = Arrays.copyOf(segments, segmentCount);
        counts = Arrays.copyOf(counts, segmentCount);
    }

    private int indexOf(Segment segment) {
        for (int i = 0; i < size; i++) {
            if (segments[i].equals(segment)) {
                return i;
            }
        }
        return -1;
    }
}
