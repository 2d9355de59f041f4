package io.muster.notifier;

import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell a receiver about one alert.
 *
 * @param firedAt since when it fires, or fired
 * @param endedAt since when it does not; null while it fires, and when it is taken back
 * @param repeat how often this was told before; 0 is news
 * @param key under which it was told before, if it may have arrived then; null if this is the first time
 * @param row the alert with its figures; null when it is taken back
 */
public record Notification(
        OfAlert alert,
        Kind kind,
        Instant firedAt,
        @Nullable Instant endedAt,
        int repeat,
        @Nullable String key,
        @Nullable AlertRow row) {

    /** What happened to the alert. */
    public enum Kind {
        /** It fires. */
        FIRING,
        /** It fired, and does no longer. */
        RESOLVED,
        /** It was told as firing, and by what is known now it never did. */
        WITHDRAWN;

        static Kind of(AlertRow row) {
            return row.isFiring() ? FIRING : RESOLVED;
        }
    }

    /** How an alert stands, told for the first time. */
    static Notification of(AlertRow row, int repeat) {
        return of(row, repeat, null);
    }

    /** How an alert stands, told under the same key as before. */
    static Notification again(AlertRow row, DeliveryRecord told) {
        return of(row, told.repeat(), told.key());
    }

    private static Notification of(AlertRow row, int repeat, @Nullable String key) {
        var episode = row.latest();
        return new Notification(
                (OfAlert) row.key(), Kind.of(row), episode.firedAt(), episode.resolvedAt(), repeat, key, row);
    }

    static Notification withdrawn(OfAlert alert, DeliveryRecord told) {
        String key = told.isAttempt(Kind.WITHDRAWN, told.firedAt()) ? told.key() : null;
        return new Notification(alert, Kind.WITHDRAWN, told.firedAt(), null, 0, key, null);
    }

    public boolean isFiring() {
        return kind == Kind.FIRING;
    }

    public boolean isNews() {
        return repeat == 0;
    }
}
