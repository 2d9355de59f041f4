package io.muster.domain.statement;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * When statements were recorded, as exactly as it takes to know every silence of a day or longer: of each UTC day the first time and the
 * last. All times are in epoch milliseconds.
 */
public final class RecordedTimes {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long[] NONE = {};

    /** First and last time of each day, one day after the other. */
    private long[] times = NONE;

    /** @return whether that tells more than what was seen before */
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

    /** Takes over all that another has seen. */
    public void see(RecordedTimes other) {
        for (long time : other.times) {
            see(time);
        }
    }

    /** On how many days there is a time. */
    public int days() {
        return times.length / 2;
    }

    /** The first time of the day at that place in the order, from 0. */
    public long first(int index) {
        return times[2 * Objects.checkIndex(index, days())];
    }

    /** The last time of the day at that place in the order, from 0. */
    public long last(int index) {
        return times[2 * Objects.checkIndex(index, days()) + 1];
    }

    /** The last time of all; {@link Long#MIN_VALUE} where there is none. */
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
