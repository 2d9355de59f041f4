package io.muster.client;

import io.muster.client.spool.Outcome;
import io.muster.client.spool.Spool;
import io.muster.client.spool.SpoolException;
import io.muster.client.spool.Spooled;
import io.muster.domain.statement.Rejection;
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
 * Sends what is in a spool, in rounds, on a thread of its own. In one round there is at most one statement of each participant, and the
 * next round begins when the fate of all is known: so a later statement is never on the topic before an earlier one, whatever fails
 * and whoever is killed in between.
 */
final class SpoolSender {

    private static final int LARGEST_ROUND = 1_000;

    /** A statement that was recorded by a clock that is ahead is tried again this long after its time has come, at the latest. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Spool spool;
    private final PublisherConfig config;
    private final InstantSource clock;
    private final Progress progress;
    private final BackOff backOff = new BackOff(RandomGenerator.getDefault());
    private final Thread thread = new Thread(this::run, "muster-client");
    private @Nullable EnrollmentPublisher publisher;
    private int round = LARGEST_ROUND;

    SpoolSender(Spool spool, PublisherConfig config, InstantSource clock, Progress progress) {
        this.spool = spool;
        this.config = config;
        this.clock = clock;
        this.progress = progress;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends it; what is on its way is sent again by the next one. */
    void stop() {
        progress.stop();
        thread.interrupt();
        try {
            thread.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!progress.isStopped()) {
                try {
                    sendAll();
                } catch (RuntimeException e) {
                    progress.waitsFor(words(e));
                    letGo();
                    progress.pause(backOff.next());
                }
            }
        } catch (Throwable e) {
            progress.waitsFor("it has stopped, and sends nothing until the program is started again: " + e);
            throw e;
        } finally {
            letGo();
        }
    }

    private static String words(RuntimeException e) {
        String message = e.getMessage();
        boolean isForPeople = e instanceof PublishException || e instanceof SpoolException;
        return message != null && isForPeople ? message : e.toString();
    }

    private void sendAll() {
        spool.retryDue(clock.instant());
        List<Spooled> next = onePerParticipant(spool.pending(round));
        if (next.isEmpty()) {
            progress.goesOn();
            progress.awaitWork(LONGEST_REST);
        } else {
            settle(send(next, publisher()));
        }
    }

    private static List<Spooled> onePerParticipant(List<Spooled> pending) {
        Set<List<String>> participants = new HashSet<>();
        return pending.stream()
                .filter(spooled -> participants.add(List.of(
                        spooled.statement().campaignId(), spooled.statement().participantRef())))
                .toList();
    }

    /** @return what became of each that was tried; all of it is known when this returns */
    private static Map<Spooled, CompletableFuture<Void>> send(List<Spooled> round, EnrollmentPublisher to) {
        Map<Spooled, CompletableFuture<Void>> sent = new LinkedHashMap<>();
        for (Spooled spooled : round) {
            CompletableFuture<Void> acknowledged = to.send(spooled.statement()).toCompletableFuture();
            sent.put(spooled, acknowledged);
            if (trouble(acknowledged) != null) {
                break; // the next one would wait for the same
            }
        }
        to.flush();
        return sent;
    }

    /** Notes what is certain. Whom the broker blames is blamed only when sent alone: it blames all of a batch in one word. */
    private void settle(Map<Spooled, CompletableFuture<Void>> sent) {
        List<Outcome> outcomes = new ArrayList<>();
        PublishException trouble = null;
        boolean suspicion = false;
        for (Map.Entry<Spooled, CompletableFuture<Void>> one : sent.entrySet()) {
            PublishException ofThis = trouble(one.getValue());
            if (ofThis != null) {
                trouble = trouble == null ? ofThis : trouble;
            } else if (sent.size() > 1 && failure(one.getValue()) instanceof PublishException) {
                suspicion = true;
            } else {
                outcomes.add(outcome(one.getKey(), one.getValue()));
            }
        }
        spool.settle(outcomes, clock.instant());
        round = suspicion ? 1 : Math.min(2 * round, LARGEST_ROUND);
        if (!outcomes.isEmpty()) {
            backOff.reset();
            progress.goesOn();
        }
        if (trouble != null && !suspicion) {
            throw trouble;
        }
    }

    /** What is the matter with more than this statement; null where nothing is. */
    private static @Nullable PublishException trouble(CompletableFuture<Void> acknowledged) {
        return failure(acknowledged) instanceof PublishException e && !e.isOfTheRecord() ? e : null;
    }

    private static Outcome outcome(Spooled spooled, CompletableFuture<Void> acknowledged) {
        Throwable failure = failure(acknowledged);
        return failure == null
                ? new Outcome.Sent(spooled.position())
                : new Outcome.Refused(
                        spooled.position(), String.valueOf(failure.getMessage()), retryAt(spooled, failure));
    }

    /** Which of the clocks is wrong, that of then or that of now, nobody knows: it may be right one day. */
    private static @Nullable Instant retryAt(Spooled spooled, Throwable failure) {
        return failure instanceof StatementRefusedException e
                        && e.rejection().reason() == Rejection.Reason.RECORDED_AT_IN_THE_FUTURE
                ? spooled.statement().recordedAt().minus(DAY)
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
            connected = new EnrollmentPublisher(config, clock);
            publisher = connected;
        }
        return connected;
    }

    /** The next attempt connects anew: it finds out soon whether that is possible, and what is in the way. */
    private void letGo() {
        EnrollmentPublisher connected = publisher;
        publisher = null;
        // who is told to stop still closes what it has opened
        boolean interrupted = Thread.interrupted();
        try {
            if (connected != null) {
                connected.abandon();
            }
        } catch (RuntimeException e) {
            // told to stop while it let go, or broken: the producer ends by itself
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
