package io.muster.intake;

/** A value that does not say what it should. No stack: it is found and told in the same line. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    UnreadableException(String problem, String remedy) {
        super(problem, null, false, false);
        this.problem = problem;
        this.remedy = remedy;
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
