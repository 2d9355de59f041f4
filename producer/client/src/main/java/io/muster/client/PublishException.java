package io.muster.client;

/**
 * Publishing failed, or its outcome is unknown. The message names the address and the remedy. Publishing the same
 * records again is safe, because duplicates change no figure.
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

    /** A failure of the broker, the registry or the access to them. */
    PublishException(String message, Throwable cause) {
        this(message, cause, Kind.FAILED);
    }

    static PublishException unclear(String message, Throwable cause) {
        return new PublishException(message, cause, Kind.UNCLEAR);
    }

    static PublishException ofTheRecord(String message, Throwable cause) {
        return new PublishException(message, cause, Kind.OF_THE_RECORD);
    }

    /** Whether the records may have been published despite the failure. */
    public boolean isUnclear() {
        return kind == Kind.UNCLEAR;
    }

    /** Whether the record itself causes the failure, so that a retry would fail again. */
    public boolean isOfTheRecord() {
        return kind == Kind.OF_THE_RECORD;
    }
}
