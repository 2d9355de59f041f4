package io.muster.notifier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours of every day in which a receiver is told nothing.
 *
 * @param from the first local time that is quiet
 * @param to the first that is not; before {@code from} where the night lies between
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** @throws IllegalArgumentException if both are the same */
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours must end at another time than they begin");
        }
    }

    /**
     * The first moment from then on that is not quiet. Where clocks are put back, an hour is quiet as often as it comes; where they are
     * put forward, it ends with the last moment that there is.
     */
    public Instant nextAllowed(Instant then, ZoneId zone) {
        Instant at = then;
        while (isQuiet(at.atZone(zone).toLocalTime())) {
            at = end(at, zone);
        }
        return at;
    }

    private Instant end(Instant quiet, ZoneId zone) {
        ZonedDateTime local = quiet.atZone(zone);
        boolean endsToday = local.toLocalTime().isBefore(to);
        LocalDateTime end = local.toLocalDate().plusDays(endsToday ? 0 : 1).atTime(to);
        ZoneOffsetTransition gap = zone.getRules().getTransition(end);
        if (gap != null && gap.isGap()) {
            return gap.getInstant();
        }
        ZonedDateTime first = end.atZone(zone);
        return (first.toInstant().isAfter(quiet) ? first : first.withLaterOffsetAtOverlap()).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
