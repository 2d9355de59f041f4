package io.muster.client;

/**
 * Something could not be published, or nobody knows whether it was. The message names the address and says what to do. What was
 * published already may be published again: it changes no figure.
 */
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private enum Kind {
        FAILED,
        UNCLEAR,
        OF_THE_RECORD
    }

    private PublishException(String message, Throwable cause, Kind kind) {
        super(message, cause);
        this.kind = kind;
    }

    /** Something is the matter with the broker, the registry, or what they allow. */
    PublishException(String message, Throwable cause) {
        this(message, cause, Kind.FAILED);
    }

    static PublishException unclear(String message, Throwable cause) {
        return new PublishException(message, cause, Kind.UNCLEAR);
    }

    static PublishException ofTheRecord(String message, Throwable cause) {
        return new PublishException(message, cause, Kind.OF_THE_RECORD);
    }

    /** Whether it may have been published all the same. */
    public boolean isUnclear() {
        return kind == Kind.UNCLEAR;
    }

    /** Whether something is the matter with the record, so that it would fail again. */
    public boolean isOfTheRecord() {
        return kind == Kind.OF_THE_RECORD;
    }
}
