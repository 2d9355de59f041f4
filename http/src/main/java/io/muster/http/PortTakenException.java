package io.muster.http;

/** The port that a service is to serve on cannot be had. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(int port, Throwable cause) {
        super("Port " + port + " is taken: name another one with --http-port, or 0 for any that is free", cause);
    }
}
