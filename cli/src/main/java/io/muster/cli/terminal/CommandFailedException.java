package io.muster.cli.terminal;

import org.jspecify.annotations.Nullable;

/** The command failed; exit code 1. The message is for the user: what is wrong, where, and what to do. */
public final class CommandFailedException extends RuntimeException {

    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
