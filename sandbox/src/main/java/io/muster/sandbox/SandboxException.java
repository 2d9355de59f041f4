package io.muster.sandbox;

import org.jspecify.annotations.Nullable;

/** Broker or registry cannot run. The message is for the user: what was wrong, where, and what to do. */
public final class SandboxException extends RuntimeException {

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
