package io.muster.e2e.sample;

import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.contract.connection.Connection;
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

/** Sends the traffic of a plan part by part, each at a steady rate, and remembers what it has sent. */
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

    /** Begins to send as many statements; completes when all of them are acknowledged. */
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

    /** How many statements were acknowledged so far. */
    public int acknowledged() {
        return acknowledged.get();
    }

    /** What was sent; to be asked for only while nothing is being sent. */
    public List<Statement> statements() {
        return List.copyOf(statements);
    }
}
