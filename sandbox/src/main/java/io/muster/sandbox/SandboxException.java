package io.muster.sandbox;

import org.jspecify.annotations.Nullable;

/** The broker or the registry cannot run. The message is for the user: what is wrong, where, and what to do. */
public final class SandboxException extends RuntimeException {

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
