package io.muster.gateway.send;

import io.muster.domain.statement.Statement;
import java.util.concurrent.CompletionStage;

/** Publishes single statements. */
@FunctionalInterface
public interface StatementPublisher {

    /**
     * Publishes a statement. May block.
     *
     * @return completed when all in-sync replicas have acknowledged the statement; fails otherwise
     */
    CompletionStage<Void> send(Statement statement);
}
