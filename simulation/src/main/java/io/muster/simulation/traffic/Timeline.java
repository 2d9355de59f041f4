package io.muster.simulation.traffic;

import java.time.LocalDate;
import java.time.ZoneId;

/** The days of a plan by index, and the simulated clock. */
final class Timeline {

    private static final int AT_ONCE_MILLIS = 20 * 60 * 1000;

    private final LocalDate[] days;
    private final long[] begins;
    private final long opens;
    private final long closes;
    private int today;
    private long now;

    Timeline(TrafficPlan.Span span) {
        ZoneId zone = span.zone();
        this.days = span.startsOn()
                .datesUntil(span.startsOn().plusDays(span.days()))
                .toArray(LocalDate[]::new);
        this.begins = new long[days.length + 1];
        for (int day = 0; day <= days.length; day++) {
            begins[day] =
                    span.startsOn().plusDays(day).atStartOfDay(zone).toInstant().toEpochMilli();
        }
        this.opens = begins[0];
        this.closes = Math.min(span.recordedUntil().toEpochMilli(), begins[days.length] - 1);
        this.now = opens;
    }

    /** Advances the clock to this share of the plan. */
    void advanceTo(double share) {
        now = opens + (long) ((closes - opens) * share);
        while (begins[today + 1] <= now) {
            today++;
        }
    }

    long now() {
        return now;
    }

    int today() {
        return today;
    }

    LocalDate day(int day) {
        return days[day];
    }

    /** A time within the last minutes, on the current day. */
    long justNow(FastRandom random) {
        return Math.max(begins[today], now - random.below(AT_ONCE_MILLIS));
    }

    /** A time on a day, not after now. */
    long momentOf(int day, FastRandom random) {
        return begins[day] + random.below(Math.min(begins[day + 1], now + 1) - begins[day]);
    }
}
