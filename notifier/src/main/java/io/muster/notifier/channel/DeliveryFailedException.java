package io.muster.notifier.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A receiver has not accepted a message, as far as is known. The message is for the operator, and holds no secret. */
public final class DeliveryFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean answered;
    private final transient @Nullable Duration retryAfter;

    private DeliveryFailedException(
            String message, boolean answered, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.answered = answered;
        this.retryAfter = retryAfter;
    }

    /** Nobody answered: another message would not arrive either. */
    public static DeliveryFailedException unreachable(String message, Throwable cause) {
        return new DeliveryFailedException(message, false, null, cause);
    }

    /**
     * The receiver does not take this message; it may take another one.
     *
     * @param retryAfter how long it asks to wait, if it does
     */
    public static DeliveryFailedException refused(
            String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new DeliveryFailedException(message, true, retryAfter, cause);
    }

    /** Whether the receiver answered at all. */
    public boolean isAnswered() {
        return answered;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
