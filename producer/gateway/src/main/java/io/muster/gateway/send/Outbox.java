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
 * Sends statements and waits for their acknowledgements, a bounded number at a time. Kafka's producer blocks where it does not know
 * the broker; that happens in threads of the outbox, never in those that serve requests.
 */
public final class Outbox implements AutoCloseable {

    private static final int THREADS = 2;

    private final Publishing publishing;
    private final int most;
    private final Semaphore room;
    private final Duration patience;
    private final ExecutorService senders;

    /**
     * @param most how many statements may be unacknowledged
     * @param patience how long to wait for acknowledgements
     * @param loops the threads of the service
     */
    public Outbox(Publishing publishing, int most, Duration patience, Loops loops) {
        this.publishing = publishing;
        this.most = most;
        this.room = new Semaphore(most);
        this.patience = patience;
        this.senders = loops.pool("gateway-send", THREADS);
    }

    /** How many statements are unacknowledged. */
    public int unacknowledged() {
        return most - room.availablePermits();
    }

    /**
     * Sends statements.
     *
     * @return completed as soon as it is known what became of all of them, or the patience is over: who is not acknowledged then may
     *     be later; null if there is no room for them
     */
    public @Nullable CompletableFuture<Delivery> send(List<Statement> statements) {
        if (!room.tryAcquire(statements.size())) {
            return null;
        }
        Shipment shipment = new Shipment(statements, publishing, room::release, System.nanoTime() + patience.toNanos());
        senders.execute(shipment);
        return shipment.settled()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((settled, timeout) -> shipment.delivery());
    }

    /** Lets go of its threads; what is under way is not waited for. */
    @Override
    public void close() {
        senders.shutdownNow();
    }
}
