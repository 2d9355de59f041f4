package io.muster.gateway.send;

import io.muster.domain.statement.Statement;
import java.util.concurrent.CompletionStage;

/** Where statements go. */
@FunctionalInterface
public interface Publishing {

    /** Completed when the statement is acknowledged by all in-sync replicas; fails if it was not. May block. */
    CompletionStage<Void> send(Statement statement);
}
