package io.muster.dashboard.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver was last told of an alert.
 *
 * @param firedAt since when it fired, as told
 * @param resolvedAt since when it did not, as told; null if it was told as firing
 * @param repeat how often it was told again that it still fires
 * @param key of the tiding; null where nothing was told, as the alert was over before the receiver was known
 * @param at when the receiver accepted it
 */
public record Mark(
        Instant firedAt,
        @Nullable Instant resolvedAt,
        int repeat,
        @Nullable String key,
        Instant at) {

    /** Whether the receiver believes that it fires. */
    public boolean isFiring() {
        return resolvedAt == null;
    }
}
