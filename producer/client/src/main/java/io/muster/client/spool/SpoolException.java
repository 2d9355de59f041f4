package io.muster.client.spool;

/** The spool cannot be used. The message names the file, the problem and the remedy. */
public class SpoolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpoolException(String message, Throwable cause) {
        super(message, cause);
    }

    SpoolException(String message) {
        super(message);
    }
}
