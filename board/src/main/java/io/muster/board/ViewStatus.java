package io.muster.board;

import io.muster.board.ViewException.Obstacle;

/** How a view stands to its topics. */
public sealed interface ViewStatus {

    /** The view is behind: it is reading what is there. */
    record Reading() implements ViewStatus {}

    /** The view has read all there is, and follows. */
    record Live() implements ViewStatus {}

    /**
     * The view keeps what it has, and tries again.
     *
     * @param obstacle what is in the way
     * @param problem the same for people
     */
    record Waiting(Obstacle obstacle, String problem) implements ViewStatus {

        /** For the broker. */
        public Waiting(String problem) {
            this(Obstacle.BROKER, problem);
        }
    }

    /** Whether the schema registry is what it waits for. */
    default boolean isWaitingForRegistry() {
        return this instanceof Waiting waiting && waiting.obstacle() == Obstacle.REGISTRY;
    }
}
