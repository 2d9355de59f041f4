package io.muster.dashboard.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

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

    /** The first moment from then on that is not quiet. Where clocks are put back, an hour is quiet as often as it comes. */
    public Instant firstLoud(Instant then, ZoneId zone) {
        ZonedDateTime local = then.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return then;
        }
        boolean endsToday = local.toLocalTime().isBefore(to);
        ZonedDateTime end =
                local.toLocalDate().plusDays(endsToday ? 0 : 1).atTime(to).atZone(zone);
        return (end.toInstant().isAfter(then) ? end : end.withLaterOffsetAtOverlap()).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
