package io.muster.http;

/** A certificate or private key cannot be used. The message names the file, and says why and what to do. */
public final class TlsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
