package io.muster.simulation.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The days covered by one file, and the working hours of people and offices.
 *
 * @param first local day
 * @param last local day, inclusive
 */
record Period(LocalDate first, LocalDate last, ZoneId zone) {

    private static final LocalTime LAST_RECORDED = LocalTime.of(22, 0);
    private static final int MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;

    Instant opens() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** Latest time of recording. */
    Instant recordsUntil() {
        return last.atTime(LAST_RECORDED).atZone(zone).toInstant();
    }

    /** Latest time of arrival. */
    Instant endsAt() {
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /**
     * Draws a time of enrollment: mostly in office hours; some before seven, when the UTC date is still the previous
     * day; some in the evening.
     */
    Instant enrolment(LocalDate day, SeededRandom random) {
        double share = random.share();
        if (share < 0.04) {
            return at(day, 5 * 60 + 30, 6 * 60 + 50, random);
        }
        return share < 0.97 ? office(day, random) : at(day, 18 * 60, 20 * 60 + 30, random);
    }

    /** Draws a time in office hours. */
    Instant office(LocalDate day, SeededRandom random) {
        return random.happens(0.58)
                ? at(day, 7 * 60 + 30, 11 * 60 + 30, random)
                : at(day, 13 * 60, 17 * 60 + 15, random);
    }

    private Instant at(LocalDate day, int fromMinute, int toMinute, SeededRandom random) {
        long millis = random.between((long) fromMinute * MINUTE * 1000, (long) toMinute * MINUTE * 1000);
        return day.atStartOfDay(zone).toInstant().plusMillis(millis);
    }

    /**
     * Draws a time in office hours soon after another and before the limit. Falls back to any time if there is none.
     */
    Instant soonAfter(Instant moment, int days, Instant limit, SeededRandom random) {
        LocalDate day = localDay(moment);
        for (int attempt = 0; attempt < 4; attempt++) {
            Instant candidate = office(day.plusDays(random.between(0, days)), random);
            if (candidate.isAfter(moment.plusSeconds(5 * MINUTE)) && candidate.isBefore(limit)) {
                return candidate;
            }
        }
        long latest =
                Math.min(limit.toEpochMilli(), moment.plusSeconds(days * DAY).toEpochMilli());
        return Instant.ofEpochMilli(random.between(moment.toEpochMilli() + 1, latest));
    }

    LocalDate localDay(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
