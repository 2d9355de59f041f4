package io.muster.domain.statement;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * The first and the last recording time of each UTC day on which statements were recorded. This is enough to find every
 * silence of a day or longer. All times are in epoch milliseconds.
 */
public final class RecordedTimes {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long[] NONE = {};

    /** Pairs of the first and the last time of each day, in the order of days. */
    private long[] times = NONE;

    /**
     * Adds a time.
     *
     * @return whether it is a new first or last time of its day
     */
    public boolean see(long recordedAt) {
        long day = day(recordedAt);
        int at = times.length - 2;
        while (at >= 0 && day(times[at]) > day) {
            at -= 2;
        }
        if (at < 0 || day(times[at]) < day) {
            insert(at + 2, recordedAt);
            return true;
        }
        if (recordedAt < times[at]) {
            times[at] = recordedAt;
            return true;
        }
        if (recordedAt > times[at + 1]) {
            times[at + 1] = recordedAt;
            return true;
        }
        return false;
    }

    /** Adds all times of another. */
    public void see(RecordedTimes other) {
        for (long time : other.times) {
            see(time);
        }
    }

    /** The number of days that have a time. */
    public int days() {
        return times.length / 2;
    }

    /** The first time of the day at an index, counted from 0 in the order of days. */
    public long first(int index) {
        return times[2 * Objects.checkIndex(index, days())];
    }

    /** The last time of the day at an index, counted from 0 in the order of days. */
    public long last(int index) {
        return times[2 * Objects.checkIndex(index, days()) + 1];
    }

    /** The latest time; {@link Long#MIN_VALUE} if there is none. */
    public long last() {
        return times.length == 0 ? Long.MIN_VALUE : times[times.length - 1];
    }

    private void insert(int at, long time) {
        long[] more = Arrays.copyOf(times, times.length + 2);
        System.arraycopy(times, at, more, at + 2, times.length - at);
        more[at] = time;
        more[at + 1] = time;
        times = more;
    }

    private static long day(long time) {
        return Math.floorDiv(time, DAY);
    }
}
