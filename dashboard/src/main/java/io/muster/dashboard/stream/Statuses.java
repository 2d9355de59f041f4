package io.muster.dashboard.stream;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the view stands to its topics, with a number that changes with it. For one thread. */
final class Statuses {

    /** The number of what nobody was told yet. */
    static final long NOTHING = 0;

    private final Supplier<?> state;
    private final Supplier<?> status;
    private @Nullable Object latest;
    private long number = NOTHING;

    /** What is told of it: the event is made when it is needed, as it holds the time. */
    record Numbered(long number, Supplier<Event> event) {}

    /**
     * @param state what it is
     * @param status what is told of it, with what changes all the time
     */
    Statuses(Supplier<?> state, Supplier<?> status) {
        this.state = state;
        this.status = status;
    }

    Numbered latest() {
        Object now = state.get();
        if (!now.equals(latest)) {
            latest = now;
            number++;
        }
        return new Numbered(number, () -> Event.status(status.get()));
    }
}
