package io.muster.notifier;

import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one alert, to be sent to a receiver.
 *
 * @param firedAt when the alert fired
 * @param endedAt when the alert was resolved; null while it fires and when it is withdrawn
 * @param repeat number of this reminder; 0 for the first notification of a state
 * @param key idempotency key of an earlier attempt that may have arrived; null if there was none
 * @param row the alert with its figures; null when the alert is withdrawn
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
        /** The alert fires. */
        FIRING,
        /** The alert fired and has ended. */
        RESOLVED,
        /** The alert was reported as firing, but according to current data it never fired. */
        WITHDRAWN;

        static Kind of(AlertRow row) {
            return row.isFiring() ? FIRING : RESOLVED;
        }
    }

    /** A notification without an earlier attempt. */
    static Notification of(AlertRow row, int repeat) {
        return of(row, repeat, null);
    }

    /** Repeats an earlier notification under its key. */
    static Notification resend(AlertRow row, DeliveryRecord earlier) {
        return of(row, earlier.repeat(), earlier.key());
    }

    private static Notification of(AlertRow row, int repeat, @Nullable String key) {
        var episode = row.latest();
        return new Notification(
                (OfAlert) row.key(), Kind.of(row), episode.firedAt(), episode.resolvedAt(), repeat, key, row);
    }

    /** Withdraws an alert, under the key of an earlier attempt to withdraw it if there was one. */
    static Notification withdrawn(OfAlert alert, DeliveryRecord earlier) {
        String key = earlier.isAttempt(Kind.WITHDRAWN, earlier.firedAt()) ? earlier.key() : null;
        return new Notification(alert, Kind.WITHDRAWN, earlier.firedAt(), null, 0, key, null);
    }

    public boolean isFiring() {
        return kind == Kind.FIRING;
    }

    public boolean isReminder() {
        return repeat > 0;
    }
}
