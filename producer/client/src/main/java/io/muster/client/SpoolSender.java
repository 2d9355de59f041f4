package io.muster.client;

import io.muster.client.spool.PendingStatement;
import io.muster.client.spool.SendOutcome;
import io.muster.client.spool.Spool;
import io.muster.client.spool.SpoolException;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends the statements of a spool from a background thread, in batches. A batch holds at most one statement per
 * participant, and the next batch starts only when the outcome of the previous one is known. A later statement
 * therefore never reaches the topic before an earlier one of the same participant, even across failures and process
 * kills.
 */
final class SpoolSender {

    private static final int MAX_BATCH = 1_000;

    /**
     * Maximum pause while nothing is pending. A statement refused for a future recordedAt is retried at most this long
     * after it is due.
     */
    private static final Duration MAX_IDLE = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Spool spool;
    private final PublisherSettings settings;
    private final InstantSource clock;
    private final NumericRefs numericRefs;
    private final SenderStatus status;
    private final JitteredBackoff backoff = new JitteredBackoff(RandomGenerator.getDefault());
    private final Thread thread = new Thread(this::run, "muster-client");
    private @Nullable EnrollmentPublisher publisher;
    private int batch = MAX_BATCH;

    SpoolSender(
            Spool spool,
            PublisherSettings settings,
            InstantSource clock,
            NumericRefs numericRefs,
            SenderStatus status) {
        this.spool = spool;
        this.settings = settings;
        this.clock = clock;
        this.numericRefs = numericRefs;
        this.status = status;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Stops the sender. Statements in flight are sent again by the next client that opens the spool. */
    void stop() {
        status.stop();
        thread.interrupt();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!status.isStopped()) {
                try {
                    sendAll();
                } catch (RuntimeException e) {
                    status.setWaitingFor(describe(e));
                    disconnect();
                    status.pause(backoff.next());
                }
            }
        } catch (Throwable e) {
            status.setWaitingFor("the sender has stopped after an unexpected error; restart the program: " + e);
            throw e;
        } finally {
            disconnect();
        }
    }

    private static String describe(RuntimeException e) {
        String message = e.getMessage();
        boolean isReadable = e instanceof PublishException || e instanceof SpoolException;
        return message != null && isReadable ? message : e.toString();
    }

    private void sendAll() {
        spool.retryDue(clock.instant());
        List<PendingStatement> next = onePerParticipant(spool.pending(batch));
        if (next.isEmpty()) {
            status.clearWaitingFor();
            status.awaitWork(MAX_IDLE);
        } else {
            settle(send(next, publisher()));
        }
    }

    private static List<PendingStatement> onePerParticipant(List<PendingStatement> all) {
        Set<Statement.Subject> participants = new HashSet<>();
        return all.stream()
                .filter(pending -> participants.add(pending.statement().subject()))
                .toList();
    }

    /**
     * Sends a batch and waits for it. Stops at a failure that is not caused by the record itself.
     *
     * @return the completed result of each statement that was tried
     */
    private static Map<PendingStatement, CompletableFuture<Void>> send(
            List<PendingStatement> batch, EnrollmentPublisher to) {
        Map<PendingStatement, CompletableFuture<Void>> sent = new LinkedHashMap<>();
        for (PendingStatement pending : batch) {
            CompletableFuture<Void> acknowledged = to.send(pending.statement()).toCompletableFuture();
            sent.put(pending, acknowledged);
            if (commonFailure(acknowledged) != null) {
                break; // the next statement would fail as well, after another timeout
            }
        }
        to.flush();
        return sent;
    }

    /**
     * Stores the known outcomes. A batch error cannot be attributed to one record, so records are retried singly
     * before one is refused.
     */
    private void settle(Map<PendingStatement, CompletableFuture<Void>> sent) {
        List<SendOutcome> outcomes = new ArrayList<>();
        PublishException common = null;
        boolean retrySingly = false;
        for (Map.Entry<PendingStatement, CompletableFuture<Void>> one : sent.entrySet()) {
            PublishException ofThis = commonFailure(one.getValue());
            if (ofThis != null) {
                common = common == null ? ofThis : common;
            } else if (sent.size() > 1 && failure(one.getValue()) instanceof PublishException) {
                retrySingly = true;
            } else {
                outcomes.add(outcome(one.getKey(), one.getValue()));
            }
        }
        spool.settle(outcomes, clock.instant());
        batch = retrySingly ? 1 : Math.min(2 * batch, MAX_BATCH);
        if (!outcomes.isEmpty()) {
            backoff.reset();
            status.clearWaitingFor();
        }
        if (common != null && !retrySingly) {
            throw common;
        }
    }

    /** A failure that is not caused by this record, such as an unreachable broker; null if there is none. */
    private static @Nullable PublishException commonFailure(CompletableFuture<Void> acknowledged) {
        return failure(acknowledged) instanceof PublishException e && !e.isOfTheRecord() ? e : null;
    }

    private static SendOutcome outcome(PendingStatement pending, CompletableFuture<Void> acknowledged) {
        Throwable failure = failure(acknowledged);
        return failure == null
                ? new SendOutcome.Sent(pending.position())
                : new SendOutcome.Refused(
                        pending.position(), String.valueOf(failure.getMessage()), retryAt(pending, failure));
    }

    /**
     * The time of the automatic retry; null if there is none. Only a recordedAt in the future is retried, because
     * either the clock that recorded the statement or the current one is wrong. The retry is due once recordedAt is
     * less than a day ahead.
     */
    private static @Nullable Instant retryAt(PendingStatement pending, Throwable failure) {
        return failure instanceof StatementRefusedException e
                        && e.rejection().reason() == Rejection.Reason.RECORDED_AT_IN_THE_FUTURE
                ? pending.statement().recordedAt().minus(DAY)
                : null;
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> acknowledged) {
        if (!acknowledged.isCompletedExceptionally()) {
            return null;
        }
        try {
            acknowledged.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private EnrollmentPublisher publisher() {
        EnrollmentPublisher connected = publisher;
        if (connected == null) {
            connected = new EnrollmentPublisher(settings, clock, numericRefs);
            publisher = connected;
        }
        return connected;
    }

    /** Drops the connection. The next attempt reconnects, and so finds out quickly whether the failure persists. */
    private void disconnect() {
        EnrollmentPublisher connected = publisher;
        publisher = null;
        // clear the interrupt flag, so that the producer still closes
        boolean interrupted = Thread.interrupted();
        try {
            if (connected != null) {
                connected.abandon();
            }
        } catch (RuntimeException e) {
            // the producer releases its resources on its own
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
