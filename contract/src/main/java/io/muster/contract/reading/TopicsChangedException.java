package io.muster.contract.reading;

import org.jspecify.annotations.Nullable;

/** A topic is not the one that was begun with. What was read of it no longer holds: begin anew. */
public final class TopicsChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicsChangedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
