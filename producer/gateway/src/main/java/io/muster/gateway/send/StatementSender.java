package io.muster.gateway.send;

import io.muster.domain.statement.Statement;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements and waits for their acknowledgements, with a bounded number in flight. Kafka's producer blocks
 * until it has the metadata of the topic. It is therefore called on threads of this class, never on request threads.
 */
public final class StatementSender implements AutoCloseable {

    private static final int THREADS = 2;

    private final StatementPublisher publisher;
    private final int limit;
    private final Semaphore permits;
    private final Duration patience;
    private final ExecutorService senders;

    /**
     * @param limit number of statements that may be unacknowledged
     * @param patience how long to wait for acknowledgements
     * @param loops the threads of the service
     */
    public StatementSender(StatementPublisher publisher, int limit, Duration patience, Loops loops) {
        this.publisher = publisher;
        this.limit = limit;
        this.permits = new Semaphore(limit);
        this.patience = patience;
        this.senders = loops.pool("gateway-send", THREADS);
    }

    /** Number of unacknowledged statements. */
    public int unacknowledged() {
        return limit - permits.availablePermits();
    }

    /**
     * Sends statements.
     *
     * @return completed when all outcomes are known or the patience is over; statements that are unacknowledged then
     *     may still be acknowledged later. Null if there is no room for the statements
     */
    public @Nullable CompletableFuture<SendResult> send(List<Statement> statements) {
        if (!permits.tryAcquire(statements.size())) {
            return null;
        }
        SendTask task = new SendTask(statements, publisher, permits::release, System.nanoTime() + patience.toNanos());
        senders.execute(task);
        return task.completion()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((settled, timeout) -> task.result());
    }

    /** Stops the threads without waiting for statements in flight. */
    @Override
    public void close() {
        senders.shutdownNow();
    }
}
