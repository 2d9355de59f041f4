package io.muster.gateway.body;

/** A CloudEvent that is none, or one of something else than a statement. */
final class InvalidEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    InvalidEventException(Flaw flaw) {
        super(flaw.problem(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
