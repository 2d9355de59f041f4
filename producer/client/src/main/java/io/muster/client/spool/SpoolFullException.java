package io.muster.client.spool;

/**
 * The spool or its disk has no room for more statements. None of the given statements is accepted; earlier ones are
 * safe. The message says how to make room.
 */
public final class SpoolFullException extends SpoolException {

    private static final long serialVersionUID = 1L;

    SpoolFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
