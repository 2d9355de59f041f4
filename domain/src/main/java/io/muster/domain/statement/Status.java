package io.muster.domain.statement;

/** What a statement says about a participant. */
public enum Status {
    /** A status that this version does not know. Such a statement is rejected. */
    UNKNOWN,
    ENROLLED,
    WITHDRAWN
}
