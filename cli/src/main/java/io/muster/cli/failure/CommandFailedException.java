package io.muster.cli.failure;

import org.jspecify.annotations.Nullable;

/** The command could not be done. The message is for the user: what was wrong, where, and what to do. Exit code 1. */
public final class CommandFailedException extends RuntimeException {

    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
