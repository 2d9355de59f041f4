package io.muster.notifier.delivery;

import io.muster.domain.CampaignId;
import io.muster.http.loop.Backoff;
import io.muster.http.loop.Loop;
import io.muster.notifier.Alerts;
import io.muster.notifier.DeliveryPlan;
import io.muster.notifier.Message;
import io.muster.notifier.MessageComposer;
import io.muster.notifier.Receiver;
import io.muster.notifier.channel.DeliveryFailedException;
import io.muster.notifier.channel.DeliveryFailedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one receiver in a thread of its own, so that a slow receiver delays no other. Every message is recorded
 * as attempted before it is sent and as accepted afterwards. After a crash in between, the message is sent again under
 * the same key, or the alert is withdrawn.
 */
final class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private static final Duration MIN_BACKOFF = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    /** Bounds the effect of clock adjustments. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    /** What to wait for before the next evaluation. */
    @FunctionalInterface
    private interface Wait {
        void await() throws InterruptedException;
    }

    private static final Wait NO_WAIT = () -> {};

    private final Receiver receiver;
    private final Destination destination;
    private final MessageComposer composer;
    private final AlertFeed feed;
    private final DeliveryTracker tracker;
    private final InstantSource clock;
    private final DeliveryListener listener;
    private final Backoff backoff;
    private Map<CampaignId, Instant> pendingSince = Map.of();
    private @Nullable String lastFailure;
    private boolean initialized;
    private Wait next = NO_WAIT;

    DeliveryWorker(
            Destination destination,
            AlertFeed feed,
            DeliveryTracker tracker,
            InstantSource clock,
            DeliveryListener listener) {
        this.destination = destination;
        this.receiver = destination.receiver();
        this.composer = new MessageComposer(receiver);
        this.feed = feed;
        this.tracker = tracker;
        this.clock = clock;
        this.listener = listener;
        this.backoff = new Backoff(MIN_BACKOFF, receiver.maxBackoff());
    }

    String receiverName() {
        return receiver.name();
    }

    /** Waits until notifications may be due and sends them. After an exception, the next step does not wait. */
    void step(Loop loop) throws InterruptedException {
        try {
            if (!initialized) {
                tracker.initialize(feed.current().alerts());
                initialized = true;
            }
            Wait wait = next;
            next = NO_WAIT;
            wait.await();
            next = evaluate();
        } catch (RuntimeException e) {
            listener.failed(receiver.name());
            throw e;
        }
    }

    private Wait evaluate() throws InterruptedException {
        AlertFeed.Snapshot snapshot = feed.current();
        DeliveryPlan plan =
                DeliveryPlan.of(receiver, snapshot.alerts(), tracker.records(), pendingSince, clock.instant());
        pendingSince = plan.pendingSince();
        tracker.delete(plan.obsoleteRecords());
        Duration pause = deliver(plan.batches(), snapshot.alerts());
        if (pause != null) {
            return () -> Thread.sleep(pause.toMillis());
        }
        return plan.batches().isEmpty() ? () -> feed.awaitChange(snapshot, untilNextCheck(plan)) : NO_WAIT;
    }

    /** Returns how long to wait before a retry; null if everything was accepted. */
    private @Nullable Duration deliver(List<DeliveryPlan.Batch> batches, Alerts alerts) throws InterruptedException {
        int pending =
                batches.stream().mapToInt(batch -> batch.notifications().size()).sum();
        listener.pending(receiver.name(), pending);
        Duration pause = null;
        for (DeliveryPlan.Batch batch : batches) {
            Message message = composer.compose(batch, alerts, clock.instant());
            tracker.recordAttempt(message);
            try {
                destination.channel().deliver(message);
            } catch (DeliveryFailedException e) {
                pause = pauseAfter(e);
                if (e.reason() == Reason.UNREACHABLE) {
                    return pause;
                }
                continue;
            }
            accepted(message);
            pending -= batch.notifications().size();
            listener.pending(receiver.name(), pending);
        }
        return pause;
    }

    private void accepted(Message message) throws InterruptedException {
        if (lastFailure != null) {
            LOG.info("Delivery to {} succeeds again", receiver.name());
            lastFailure = null;
        }
        backoff.success();
        listener.delivered(receiver.name(), clock.instant());
        tracker.recordAcceptance(message);
    }

    private Duration pauseAfter(DeliveryFailedException failure) {
        listener.failed(receiver.name());
        Duration pause = backoff.afterFailure();
        Duration requested = failure.retryAfter().orElse(Duration.ZERO);
        if (requested.compareTo(pause) > 0) {
            pause = requested.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : requested;
        }
        String problem = String.valueOf(failure.getMessage());
        if (!problem.equals(lastFailure)) {
            LOG.warn("Delivery to {} failed and will be retried: {}", receiver.name(), problem);
            lastFailure = problem;
        }
        return pause;
    }

    private Duration untilNextCheck(DeliveryPlan plan) {
        Instant nextCheck = plan.nextCheck();
        Duration until = nextCheck == null
                ? MAX_WAIT
                : Duration.between(clock.instant(), nextCheck).plusMillis(1);
        return until.compareTo(MAX_WAIT) < 0 ? until : MAX_WAIT;
    }
}
