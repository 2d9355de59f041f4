package io.muster.notifier;

import io.muster.notifier.Notification.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last notification of one alert to one receiver.
 *
 * @param firedAt when the alert fired, as reported
 * @param endedAt when the alert was resolved, as reported; null unless {@code kind} is RESOLVED
 * @param repeat number of the reminder; 0 for the first notification of a state
 * @param key idempotency key of the notification; null for {@link Status#HISTORICAL}
 * @param at when the message was composed, or accepted
 */
public record DeliveryRecord(
        Kind kind,
        Instant firedAt,
        @Nullable Instant endedAt,
        int repeat,
        @Nullable String key,
        Instant at,
        Status status) {

    /** How far the delivery got. */
    public enum Status {
        /** Sent, or about to be sent. The receiver may or may not have accepted it. */
        ATTEMPTED,
        /** The receiver confirmed it. */
        ACCEPTED,
        /** Never sent: the alert was over before the receiver was configured. */
        HISTORICAL
    }

    /** The record of an alert that was over before the receiver was configured. */
    public static DeliveryRecord historical(Instant firedAt, @Nullable Instant endedAt, Instant at) {
        return new DeliveryRecord(Kind.RESOLVED, firedAt, endedAt, 0, null, at, Status.HISTORICAL);
    }

    /** The record to write before a message is sent. */
    public static DeliveryRecord attempt(Message.Item item, Instant at) {
        Notification notification = item.notification();
        return new DeliveryRecord(
                notification.kind(),
                notification.firedAt(),
                notification.endedAt(),
                notification.repeat(),
                item.key(),
                at,
                Status.ATTEMPTED);
    }

    /** The same notification, accepted. */
    public DeliveryRecord accepted(Instant when) {
        return new DeliveryRecord(kind, firedAt, endedAt, repeat, key, when, Status.ACCEPTED);
    }

    /** Whether the alert was reported as firing. */
    public boolean isFiring() {
        return kind == Kind.FIRING;
    }

    /** Whether it is unknown if the receiver accepted the notification. */
    public boolean isUncertain() {
        return status == Status.ATTEMPTED;
    }

    /** Whether the receiver may consider the alert to be firing. */
    public boolean mayBeSeenAsFiring() {
        return isFiring() || isUncertain();
    }

    public boolean hasKey(String other) {
        return other.equals(key);
    }

    /** Whether this is an unconfirmed attempt to send that notification. */
    boolean isAttempt(Kind otherKind, Instant otherFiredAt) {
        return isUncertain() && kind == otherKind && firedAt.equals(otherFiredAt);
    }
}
