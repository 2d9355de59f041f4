package io.muster.domain;

/** A field of a record has an invalid value. The message names the field and the problem. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * @param field the name of the field in the published schema
     * @param problem what is wrong with its value, and what it should be, e.g. "must not be negative, but is -3"
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
