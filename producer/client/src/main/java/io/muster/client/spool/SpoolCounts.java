package io.muster.client.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Number of statements per state.
 *
 * @param sent since the spool was created
 * @param oldestPending when the oldest pending statement was accepted; null if none is pending
 */
public record SpoolCounts(
        long pending, long sent, long refused, @Nullable Instant oldestPending) {}
