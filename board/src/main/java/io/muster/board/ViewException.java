package io.muster.board;

import org.jspecify.annotations.Nullable;

/** The topics cannot be read at the moment. */
public final class ViewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the topics cannot be read. */
    public enum Problem {
        BROKER,
        REGISTRY,
        MISSING_TOPICS,
        TIME,
        /** An unexpected failure; see the description. */
        UNEXPECTED,
        CLOSED
    }

    private final Problem problem;
    private final String description;

    ViewException(Problem problem, String description, @Nullable Throwable cause) {
        super(description, cause);
        this.problem = problem;
        this.description = description;
    }

    public Problem problem() {
        return problem;
    }

    /** The problem for users: what is wrong and, where known, what to do. */
    public String description() {
        return description;
    }
}
