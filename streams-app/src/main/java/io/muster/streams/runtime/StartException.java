package io.muster.streams.runtime;

/** The application cannot start. The message says what is wrong, where, and what to do. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
