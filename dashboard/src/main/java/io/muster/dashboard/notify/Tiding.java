package io.muster.dashboard.notify;

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
 * @param row the alert with its figures; null when it is taken back
 */
public record Tiding(
        OfAlert alert,
        Kind kind,
        Instant firedAt,
        @Nullable Instant endedAt,
        int repeat,
        @Nullable AlertRow row) {

    /** What happened to the alert. */
    public enum Kind {
        /** It fires. */
        FIRING,
        /** It fired, and does no longer. */
        RESOLVED,
        /** It was told as firing, and by what is known now it never did. */
        WITHDRAWN
    }

    static Tiding of(AlertRow row, int repeat) {
        var episode = row.latest();
        return new Tiding(
                (OfAlert) row.key(),
                row.isFiring() ? Kind.FIRING : Kind.RESOLVED,
                episode.firedAt(),
                episode.resolvedAt(),
                repeat,
                row);
    }

    static Tiding withdrawn(OfAlert alert, Mark told) {
        return new Tiding(alert, Kind.WITHDRAWN, told.firedAt(), null, 0, null);
    }

    public boolean isFiring() {
        return kind == Kind.FIRING;
    }

    public boolean isNews() {
        return repeat == 0;
    }
}
