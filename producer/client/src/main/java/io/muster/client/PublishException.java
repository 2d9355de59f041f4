package io.muster.client;

/**
 * Something could not be published, or nobody knows whether it was. The message names the address and says what to do. What was
 * published already may be published again: it changes no figure.
 */
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unclear;

    PublishException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private PublishException(String message, Throwable cause, boolean unclear) {
        super(message, cause);
        this.unclear = unclear;
    }

    static PublishException unclear(String message, Throwable cause) {
        return new PublishException(message, cause, true);
    }

    /** Whether it may have been published all the same. */
    public boolean isUnclear() {
        return unclear;
    }
}
