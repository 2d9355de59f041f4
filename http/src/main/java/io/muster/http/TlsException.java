package io.muster.http;

/** A certificate or private key is unusable. The message names the file, the reason and the remedy. */
public final class TlsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
