package io.muster.client.spool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many statements are in which state.
 *
 * @param sent since the spool was made
 * @param oldestPending when the first statement that is still to be sent was accepted; null: none is
 */
public record SpoolCounts(
        long pending, long sent, long refused, @Nullable Instant oldestPending) {}
