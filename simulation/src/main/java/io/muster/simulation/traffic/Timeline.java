package io.muster.simulation.traffic;

import java.time.LocalDate;
import java.time.ZoneId;

/** The days of a plan as plain numbers, and the clock that runs through them as statements are drawn. */
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

    /** Moves the clock to where this share of the plan's statements is drawn. */
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

    /** A moment some minutes ago, today. */
    long justNow(Dice dice) {
        return Math.max(begins[today], now - dice.below(AT_ONCE_MILLIS));
    }

    /** A moment of a day, not later than now. */
    long momentOf(int day, Dice dice) {
        return begins[day] + dice.below(Math.min(begins[day + 1], now + 1) - begins[day]);
    }
}
