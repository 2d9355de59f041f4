package io.muster.client.spool;

/** How far a statement is; the names stand in the spool. */
public enum StatementState {
    /** Safe in the spool, and to be sent. */
    PENDING,
    /** Acknowledged by all in-sync replicas. */
    SENT,
    /** It can never be counted as it is, or not yet; kept until it is retried or discarded. */
    REFUSED
}
