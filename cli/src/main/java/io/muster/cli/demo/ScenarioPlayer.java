package io.muster.cli.demo;

import io.muster.client.EnrollmentPublisher;
import io.muster.domain.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the statements of a scenario at a multiple of real time, each when its {@code recordedAt} is reached. A
 * statement out of order follows its predecessor at once.
 */
final class ScenarioPlayer {

    /** No pauses. */
    static final double INSTANT = Double.POSITIVE_INFINITY;

    private final List<Statement> statements;
    private final double speed;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param speed multiple of real time; {@link #INSTANT} for no pauses */
    ScenarioPlayer(List<Statement> statements, double speed) {
        this.statements = statements;
        this.speed = speed;
    }

    /** The speed at which the replay takes the given time. */
    static double speedFor(List<Statement> statements, Duration playingTime) {
        Instant first = statements.stream()
                .map(Statement::recordedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant last = statements.stream()
                .map(Statement::recordedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return Math.max(1, (double) Duration.between(first, last).toNanos() / playingTime.toNanos());
    }

    /**
     * Publishes all statements and waits for their acknowledgements.
     *
     * @throws RuntimeException the failure of the first statement that was not acknowledged
     */
    void run(EnrollmentPublisher publisher) {
        long startedAt = System.nanoTime();
        Instant first = null;
        Instant now = Instant.MIN;
        for (Statement statement : statements) {
            first = first == null ? statement.recordedAt() : first;
            now = statement.recordedAt().isAfter(now) ? statement.recordedAt() : now;
            pauseUntil(startedAt + (long) (Duration.between(first, now).toNanos() / speed));
            var unused = publisher.send(statement).whenComplete((nothing, reason) -> note(reason));
            sent.incrementAndGet();
        }
        publisher.flush();
        if (failure.get() instanceof RuntimeException reason) {
            throw reason;
        }
    }

    /** The progress as text. */
    String progress() {
        return String.format(Locale.ENGLISH, "%,d of %,d statements sent", sent.get(), statements.size());
    }

    private void note(@Nullable Throwable reason) {
        if (reason != null) {
            failure.compareAndSet(null, reason);
        }
    }

    private static void pauseUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
