package io.muster.e2e.sample;

import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.contract.Connection;
import io.muster.domain.statement.Statement;
import io.muster.simulation.traffic.Traffic;
import io.muster.simulation.traffic.TrafficPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends the traffic of a plan in parts, each at a steady rate, and records what was sent. */
public final class TrafficSender {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int A_SECOND = 3_000;
    private static final int BURST = 30;

    private final Connection connection;
    private final Traffic traffic;
    private final List<Statement> statements = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    public TrafficSender(Connection connection, TrafficPlan plan) {
        this.connection = connection;
        this.traffic = new Traffic(plan);
    }

    /** Starts to send the given number of statements; completes when all are acknowledged. */
    public CompletableFuture<Void> send(int howMany) {
        return CompletableFuture.runAsync(() -> {
            try (EnrollmentPublisher publisher =
                    new EnrollmentPublisher(new PublisherSettings(connection, PATIENCE), InstantSource.system())) {
                List<CompletableFuture<?>> sent = new ArrayList<>();
                for (int i = 0; i < howMany; i++) {
                    Statement statement = traffic.next();
                    statements.add(statement);
                    sent.add(publisher
                            .send(statement)
                            .thenRun(acknowledged::incrementAndGet)
                            .toCompletableFuture());
                    if (i % BURST == 0) {
                        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() * BURST / A_SECOND);
                    }
                }
                publisher.flush();
                sent.forEach(CompletableFuture::join);
            }
        });
    }

    /** Number of statements acknowledged so far. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /** The statements sent. Call this only while no part is being sent. */
    public List<Statement> statements() {
        return List.copyOf(statements);
    }
}
