package io.muster.notifier.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receiver has not confirmed a message. The exception message is for operators and contains no secrets. */
public final class DeliveryFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why the delivery failed. */
    public enum Reason {
        /** The receiver did not respond: other messages would fail, too. */
        UNREACHABLE,
        /** The receiver refused this message: it may accept others. */
        REFUSED
    }

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    private DeliveryFailedException(
            String message, Reason reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public static DeliveryFailedException unreachable(String message, Throwable cause) {
        return new DeliveryFailedException(message, Reason.UNREACHABLE, null, cause);
    }

    /** @param retryAfter the pause that the receiver asked for; null if it did not */
    public static DeliveryFailedException refused(
            String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new DeliveryFailedException(message, Reason.REFUSED, retryAfter, cause);
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
