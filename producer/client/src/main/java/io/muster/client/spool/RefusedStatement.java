package io.muster.client.spool;

import io.muster.domain.statement.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is kept in the spool but not sent.
 *
 * @param refusedAt when it was refused
 * @param reason why it was refused
 * @param retriedAt when it is retried automatically; null if only on request
 */
public record RefusedStatement(
        Statement statement,
        Instant refusedAt,
        String reason,
        @Nullable Instant retriedAt) {}
