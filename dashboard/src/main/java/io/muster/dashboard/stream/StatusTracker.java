package io.muster.dashboard.stream;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tracks the status, with a version that increases with every change. Not thread-safe. */
final class StatusTracker {

    /** Version of a stream that has not received any status. */
    static final long NONE = 0;

    private final Supplier<?> state;
    private final Supplier<?> status;
    private @Nullable Object latest;
    private long version = NONE;

    /** A version and its event, which is created on demand because it contains the current time. */
    record Versioned(long version, Supplier<Event> event) {}

    /**
     * @param state compared to detect changes
     * @param status sent to clients; includes values that change all the time
     */
    StatusTracker(Supplier<?> state, Supplier<?> status) {
        this.state = state;
        this.status = status;
    }

    Versioned latest() {
        Object now = state.get();
        if (!now.equals(latest)) {
            latest = now;
            version++;
        }
        return new Versioned(version, () -> Event.status(status.get()));
    }
}
