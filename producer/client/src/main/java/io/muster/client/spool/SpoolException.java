package io.muster.client.spool;

/** The spool cannot be used. The message names its file, and says what is wrong and what to do. */
public class SpoolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpoolException(String message, Throwable cause) {
        super(message, cause);
    }

    SpoolException(String message) {
        super(message);
    }
}
