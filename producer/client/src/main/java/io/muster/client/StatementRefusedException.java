package io.muster.client;

import io.muster.domain.statement.Rejection;

/** A statement that would be rejected behind the topic, and so is not accepted at all. */
public final class StatementRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    StatementRefusedException(Rejection rejection) {
        // the place in the program says nothing about the statement, and finding it out costs
        super(rejection.reason() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    /** Which rule the statement breaks. */
    public Rejection rejection() {
        return rejection;
    }
}
