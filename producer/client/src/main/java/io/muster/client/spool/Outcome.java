package io.muster.client.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a statement that was to be sent. */
public sealed interface Outcome {

    /** Its place in the order in which statements were accepted. */
    long position();

    /** It is acknowledged by all in-sync replicas. */
    record Sent(long position) implements Outcome {}

    /**
     * It cannot be sent as it is.
     *
     * @param reason what is wrong with it
     * @param retryAt when to try it again; null: when somebody asks for it
     */
    record Refused(long position, String reason, @Nullable Instant retryAt) implements Outcome {}
}
