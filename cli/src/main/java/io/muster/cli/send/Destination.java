package io.muster.cli.send;

import io.muster.client.EnrollmentPublisher;
import io.muster.domain.statement.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where statements go. */
interface Destination extends AutoCloseable {

    /** @return completed when the statement is acknowledged */
    CompletionStage<Void> send(Statement statement);

    /** Waits until everything sent is acknowledged or has failed. */
    @Override
    void close();

    static Destination topic(EnrollmentPublisher publisher) {
        return new Destination() {
            @Override
            public CompletionStage<Void> send(Statement statement) {
                return publisher.send(statement);
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }

    /** Nowhere: what is only checked. */
    static Destination none() {
        return new Destination() {
            @Override
            public CompletionStage<Void> send(Statement statement) {
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void close() {
                // nothing is on its way
            }
        };
    }
}
