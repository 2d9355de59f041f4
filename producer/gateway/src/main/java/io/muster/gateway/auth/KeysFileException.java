package io.muster.gateway.auth;

import java.io.IOException;

/** The file of keys cannot be used. The message names it and says why. */
public final class KeysFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysFileException(String message, IOException cause) {
        super(message, cause);
    }
}
