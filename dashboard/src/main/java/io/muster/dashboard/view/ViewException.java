package io.muster.dashboard.view;

import org.jspecify.annotations.Nullable;

/** The topics cannot be read for now. */
public final class ViewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    ViewException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
        this.problem = problem;
    }

    /** What is in the way and what to do. */
    public String problem() {
        return problem;
    }
}
