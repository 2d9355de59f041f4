package io.muster.gateway.body;

/** An invalid CloudEvent, or one that is not about a statement. */
final class InvalidEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RecordProblem problem;

    InvalidEventException(RecordProblem problem) {
        super(problem.problem(), null, false, false);
        this.problem = problem;
    }

    RecordProblem problem() {
        return problem;
    }
}
