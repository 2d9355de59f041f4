package io.muster.client.spool;

import io.muster.domain.statement.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is kept, but not sent.
 *
 * @param refusedAt when it was refused
 * @param reason what is wrong with it
 * @param retriedAt when it will be tried again by itself; null: not before somebody asks for it
 */
public record RefusedStatement(
        Statement statement,
        Instant refusedAt,
        String reason,
        @Nullable Instant retriedAt) {}
