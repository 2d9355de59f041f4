package io.muster.client;

import io.muster.domain.statement.Rejection;

/** A statement was refused because it breaks a rule of the contract. */
public final class StatementRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    StatementRefusedException(Rejection rejection) {
        // No stack trace: it says nothing about the statement and is costly.
        super(rejection.reason() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    /** The rule that the statement breaks. */
    public Rejection rejection() {
        return rejection;
    }
}
