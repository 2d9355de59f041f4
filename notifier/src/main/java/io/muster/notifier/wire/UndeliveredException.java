package io.muster.notifier.wire;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A receiver has not accepted a message, as far as is known. The message is for the operator, and holds no secret. */
public final class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean answered;
    private final transient @Nullable Duration retryAfter;

    private UndeliveredException(
            String message, boolean answered, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.answered = answered;
        this.retryAfter = retryAfter;
    }

    /** Nobody answered: another message would not arrive either. */
    public static UndeliveredException unreachable(String message, Throwable cause) {
        return new UndeliveredException(message, false, null, cause);
    }

    /**
     * The receiver does not take this message; it may take another one.
     *
     * @param retryAfter how long it asks to wait, if it does
     */
    public static UndeliveredException refused(
            String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new UndeliveredException(message, true, retryAfter, cause);
    }

    /** Whether the receiver answered at all. */
    public boolean isAnswered() {
        return answered;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
