package io.muster.domain.statement;

/** What a statement says of a participant. */
public enum Status {
    /** The writer used a status that this version does not know; such a statement is rejected. */
    UNKNOWN,
    ENROLLED,
    WITHDRAWN
}
