package io.muster.client.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcome of an attempt to send a statement. */
public sealed interface SendOutcome {

    /** Position of the statement in the order of acceptance. */
    long position();

    /** Acknowledged by all in-sync replicas. */
    record Sent(long position) implements SendOutcome {}

    /**
     * Not sendable in its current form.
     *
     * @param reason why the statement was refused
     * @param retryAt when to retry it automatically; null to retry only on request
     */
    record Refused(long position, String reason, @Nullable Instant retryAt) implements SendOutcome {}
}
