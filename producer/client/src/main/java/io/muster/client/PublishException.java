package io.muster.client;

/**
 * Something could not be published, or nobody knows whether it was. The message names the address and says what to do. What was
 * published already may be published again: it changes no figure.
 */
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
