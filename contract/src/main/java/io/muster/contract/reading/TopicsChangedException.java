package io.muster.contract.reading;

import org.jspecify.annotations.Nullable;

/** A topic was recreated, repartitioned or truncated while being read. Discard what was read and start over. */
public final class TopicsChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicsChangedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
