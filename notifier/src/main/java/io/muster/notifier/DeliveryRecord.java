package io.muster.notifier;

import io.muster.notifier.Notification.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver was last told of an alert, or is being told.
 *
 * @param firedAt since when it fired, as told
 * @param endedAt since when it did not, as told; null unless it was told as resolved
 * @param repeat how often it was told again that it still fires
 * @param key of the notification; null where nothing was told, as the alert was over before the receiver was known
 * @param at when the message was made
 * @param accepted whether the receiver is known to have accepted it; while it is not, it may have
 */
public record DeliveryRecord(
        Kind kind,
        Instant firedAt,
        @Nullable Instant endedAt,
        int repeat,
        @Nullable String key,
        Instant at,
        boolean accepted) {

    /** A record of what was over before the receiver was known. */
    public static DeliveryRecord ofHistory(Instant firedAt, @Nullable Instant endedAt, Instant at) {
        return new DeliveryRecord(Kind.RESOLVED, firedAt, endedAt, 0, null, at, true);
    }

    /** Of what is being told, which the receiver may or may not have accepted. */
    public static DeliveryRecord attempt(Message.Item item, Instant at) {
        Notification notification = item.notification();
        return new DeliveryRecord(
                notification.kind(),
                notification.firedAt(),
                notification.endedAt(),
                notification.repeat(),
                item.key(),
                at,
                false);
    }

    /** The same, accepted. */
    public DeliveryRecord accepted(Instant when) {
        return new DeliveryRecord(kind, firedAt, endedAt, repeat, key, when, true);
    }

    /** Whether it was told as firing. */
    public boolean isFiring() {
        return kind == Kind.FIRING;
    }

    /** Whether the receiver believes that it fires, as far as can be known. */
    public boolean mayBeBelievedToFire() {
        return isFiring() || !accepted;
    }

    /** Whether it is of that notification, told before. */
    public boolean hasKey(String ofTiding) {
        return ofTiding.equals(key);
    }

    /** Whether it is an attempt to tell that, of which nobody knows whether it arrived. */
    boolean isAttempt(Kind toTell, Instant fired) {
        return !accepted && kind == toTell && firedAt.equals(fired);
    }
}
