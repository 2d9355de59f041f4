package io.muster.gateway.auth;

import java.io.IOException;

/** The keys file cannot be used. The message names the file and the reason. */
public final class KeysFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysFileException(String message, IOException cause) {
        super(message, cause);
    }
}
