package io.muster.simulation.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The days on which the statements of one file come in, and the hours at which people and offices are at work.
 *
 * @param first local day
 * @param last local day, included
 */
record Period(LocalDate first, LocalDate last, ZoneId zone) {

    private static final LocalTime LAST_RECORDED = LocalTime.of(22, 0);
    private static final int MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;

    Instant opens() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** Nothing is recorded later. */
    Instant recordsUntil() {
        return last.atTime(LAST_RECORDED).atZone(zone).toInstant();
    }

    /** Nothing comes in later. */
    Instant endsAt() {
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /**
     * When somebody enrolls: mostly in office hours, some at a market before seven, when it is still yesterday in UTC, some in the
     * evening.
     */
    Instant enrolment(LocalDate day, Chance chance) {
        double share = chance.share();
        if (share < 0.04) {
            return at(day, 5 * 60 + 30, 6 * 60 + 50, chance);
        }
        return share < 0.97 ? office(day, chance) : at(day, 18 * 60, 20 * 60 + 30, chance);
    }

    /** A moment in office hours. */
    Instant office(LocalDate day, Chance chance) {
        return chance.happens(0.58)
                ? at(day, 7 * 60 + 30, 11 * 60 + 30, chance)
                : at(day, 13 * 60, 17 * 60 + 15, chance);
    }

    private Instant at(LocalDate day, int fromMinute, int toMinute, Chance chance) {
        long millis = chance.between((long) fromMinute * MINUTE * 1000, (long) toMinute * MINUTE * 1000);
        return day.atStartOfDay(zone).toInstant().plusMillis(millis);
    }

    /** A moment in office hours soon after another, not later than the limit; at any hour where no such is left. */
    Instant soonAfter(Instant moment, int days, Instant limit, Chance chance) {
        LocalDate day = localDay(moment);
        for (int attempt = 0; attempt < 4; attempt++) {
            Instant candidate = office(day.plusDays(chance.between(0, days)), chance);
            if (candidate.isAfter(moment.plusSeconds(5 * MINUTE)) && candidate.isBefore(limit)) {
                return candidate;
            }
        }
        long latest =
                Math.min(limit.toEpochMilli(), moment.plusSeconds(days * DAY).toEpochMilli());
        return Instant.ofEpochMilli(chance.between(moment.toEpochMilli() + 1, latest));
    }

    LocalDate localDay(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
