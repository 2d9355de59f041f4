package io.muster.notifier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The daily hours during which a receiver gets no messages.
 *
 * @param from first quiet local time
 * @param to first local time that is no longer quiet; before {@code from} if the quiet hours span midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** @throws IllegalArgumentException if both times are equal */
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("the start and the end of quiet hours must differ");
        }
    }

    /**
     * The first instant at or after {@code then} outside the quiet hours. In a daylight-saving overlap, both
     * occurrences of a quiet hour are quiet. If the end falls into a gap, the quiet hours end at the start of the gap.
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
        ZoneOffsetTransition transition = zone.getRules().getTransition(end);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
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
