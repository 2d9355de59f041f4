package io.muster.intake.text;

/** A file cannot be read at all, or no further. */
public final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UnusableFileException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** The problem of the file. */
    public Problem problem() {
        return problem;
    }
}
