package io.muster.board;

import org.jspecify.annotations.Nullable;

/** The topics cannot be read for now. */
public final class ViewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Obstacle {
        BROKER,
        REGISTRY,
        MISSING_TOPICS,
        TIME,
        /** Something that nobody expected; the problem says what. */
        UNEXPECTED,
        CLOSED
    }

    private final Obstacle obstacle;
    private final String problem;

    ViewException(Obstacle obstacle, String problem, @Nullable Throwable cause) {
        super(problem, cause);
        this.obstacle = obstacle;
        this.problem = problem;
    }

    public Obstacle obstacle() {
        return obstacle;
    }

    /** What is in the way, in words. */
    public String problem() {
        return problem;
    }
}
