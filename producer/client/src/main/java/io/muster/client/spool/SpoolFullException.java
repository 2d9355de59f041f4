package io.muster.client.spool;

/**
 * There is no room for more statements, in the spool or on its disk. Nothing of what was to be added is accepted; what was accepted before
 * is safe. The message says what makes room.
 */
public final class SpoolFullException extends SpoolException {

    private static final long serialVersionUID = 1L;

    SpoolFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
