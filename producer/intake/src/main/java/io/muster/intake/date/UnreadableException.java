package io.muster.intake.date;

/** A value cannot be parsed. Has no stack trace, because it is always caught close by. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    UnreadableException(String problem, String remedy) {
        super(problem, null, false, false);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, e.g. "is not a date". */
    public String problem() {
        return problem;
    }

    /** What to do, e.g. "write it as in 2023-05-18". */
    public String remedy() {
        return remedy;
    }
}
