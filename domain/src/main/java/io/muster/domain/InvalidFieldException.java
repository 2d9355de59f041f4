package io.muster.domain;

/** A value that a record cannot have. Says which field, and what is wrong with it. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * @param field name of the field, as the contract writes it
     * @param problem what is wrong with its value and what it should be, e.g. "must not be negative, but is -3"
     */
    public InvalidFieldException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
