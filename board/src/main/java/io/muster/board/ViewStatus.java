package io.muster.board;

import io.muster.board.ViewException.Problem;

/** Whether a view is up to date with its topics. */
public sealed interface ViewStatus {

    /** The view is catching up. */
    record Reading() implements ViewStatus {}

    /** The view has caught up and follows new records. */
    record Live() implements ViewStatus {}

    /**
     * The view keeps its last contents and retries.
     *
     * @param description the problem, for users
     */
    record Waiting(Problem problem, String description) implements ViewStatus {

        /** Waits for the broker. */
        public Waiting(String description) {
            this(Problem.BROKER, description);
        }
    }

    /** Whether the view waits for the schema registry. */
    default boolean isWaitingForRegistry() {
        return this instanceof Waiting waiting && waiting.problem() == Problem.REGISTRY;
    }
}
