package io.muster.notifier.delivery;

import io.muster.http.loop.Backoff;
import io.muster.http.loop.Loop;
import io.muster.notifier.Alerts;
import io.muster.notifier.DeliveryPlan;
import io.muster.notifier.Message;
import io.muster.notifier.MessageComposer;
import io.muster.notifier.Receiver;
import io.muster.notifier.channel.DeliveryFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one receiver, in a thread of its own, so that one that is not reached keeps no other waiting. What it is told is marked
 * before, as an attempt, and after it has accepted it: what a process that dies in between leaves behind is told again, under the same key,
 * or taken back.
 */
final class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED_PAUSE = Duration.ofHours(1);

    /** So that a clock that is set is pendingSince. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /** For what to wait before the next round. */
    @FunctionalInterface
    private interface Waiting {
        void await() throws InterruptedException;
    }

    private static final Waiting NOT_AT_ALL = () -> {};

    private final Receiver receiver;
    private final Destination destination;
    private final MessageComposer composer;
    private final AlertFeed book;
    private final DeliveryTracker told;
    private final InstantSource clock;
    private final DeliveryListener listener;
    private final Backoff backoff;
    private Map<String, Instant> pendingSince = Map.of();
    private @Nullable String lastFailure;
    private boolean welcomed;
    private Waiting next = NOT_AT_ALL;

    DeliveryWorker(
            Destination destination,
            AlertFeed book,
            DeliveryTracker told,
            InstantSource clock,
            DeliveryListener listener) {
        this.destination = destination;
        this.receiver = destination.receiver();
        this.composer = new MessageComposer(receiver);
        this.book = book;
        this.told = told;
        this.clock = clock;
        this.listener = listener;
        this.backoff = new Backoff(FIRST_PAUSE, receiver.maxBackoff());
    }

    String receiverName() {
        return receiver.name();
    }

    /** Waits until there may be something to tell, and tells it. After a failure it looks again at once. */
    void step(Loop loop) throws InterruptedException {
        try {
            if (!welcomed) {
                told.welcome(book.read().alerts());
                welcomed = true;
            }
            Waiting waiting = next;
            next = NOT_AT_ALL;
            waiting.await();
            next = round();
        } catch (RuntimeException e) {
            listener.failed(receiver.name());
            throw e;
        }
    }

    private Waiting round() throws InterruptedException {
        AlertFeed.Snapshot page = book.read();
        DeliveryPlan plan = DeliveryPlan.of(receiver, page.alerts(), told.records(), pendingSince, clock.instant());
        pendingSince = plan.pendingSince();
        told.forget(plan.obsoleteRecords());
        Duration pause = deliver(plan.batches(), page.alerts());
        if (pause != null) {
            return () -> Thread.sleep(pause.toMillis());
        }
        return plan.batches().isEmpty() ? () -> book.awaitNews(page, untilNextCheck(plan)) : NOT_AT_ALL;
    }

    /** How long to wait before trying again; null if everything was accepted. */
    private @Nullable Duration deliver(List<DeliveryPlan.Batch> batches, Alerts alerts) throws InterruptedException {
        int pending =
                batches.stream().mapToInt(batch -> batch.notifications().size()).sum();
        listener.pending(receiver.name(), pending);
        Duration pause = null;
        for (DeliveryPlan.Batch batch : batches) {
            Message message = composer.compose(batch, alerts, clock.instant());
            told.attempt(message);
            try {
                destination.channel().deliver(message);
            } catch (DeliveryFailedException e) {
                pause = pauseAfter(e);
                if (e.isAnswered()) {
                    continue;
                }
                return pause;
            }
            accepted(message);
            pending -= batch.notifications().size();
            listener.pending(receiver.name(), pending);
        }
        return pause;
    }

    private void accepted(Message message) throws InterruptedException {
        if (lastFailure != null) {
            LOG.info("{} is reached again", receiver.name());
            lastFailure = null;
        }
        backoff.success();
        listener.delivered(receiver.name(), clock.instant());
        told.keep(message);
    }

    private Duration pauseAfter(DeliveryFailedException failure) {
        listener.failed(receiver.name());
        Duration pause = backoff.afterFailure();
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (asked.compareTo(pause) > 0) {
            pause = asked.compareTo(LONGEST_ASKED_PAUSE) > 0 ? LONGEST_ASKED_PAUSE : asked;
        }
        String problem = String.valueOf(failure.getMessage());
        if (!problem.equals(lastFailure)) {
            LOG.warn("{} was not told, and is tried again and again: {}", receiver.name(), problem);
            lastFailure = problem;
        }
        return pause;
    }

    private Duration untilNextCheck(DeliveryPlan plan) {
        Instant next = plan.nextCheck();
        Duration until = next == null
                ? LONGEST_SLEEP
                : Duration.between(clock.instant(), next).plusMillis(1);
        return until.compareTo(LONGEST_SLEEP) < 0 ? until : LONGEST_SLEEP;
    }
}
