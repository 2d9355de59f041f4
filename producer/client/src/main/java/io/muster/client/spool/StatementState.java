package io.muster.client.spool;

/** State of a statement in the spool. The names are stored in the spool file. */
public enum StatementState {
    /** Stored, and still to be sent. */
    PENDING,
    /** Acknowledged by all in-sync replicas. */
    SENT,
    /** Refused for now or for good; kept until it is retried or discarded. */
    REFUSED
}
