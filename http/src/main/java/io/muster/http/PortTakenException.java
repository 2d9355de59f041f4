package io.muster.http;

/** The port of a service is in use. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(int port, Throwable cause) {
        super("Port " + port + " is taken: name another one with --http-port, or 0 for any that is free", cause);
    }
}
