package io.muster.notifier.delivery;

import io.muster.http.loop.Backoff;
import io.muster.http.loop.Loop;
import io.muster.notifier.Alerts;
import io.muster.notifier.Composer;
import io.muster.notifier.Message;
import io.muster.notifier.Plan;
import io.muster.notifier.Receiver;
import io.muster.notifier.wire.UndeliveredException;
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
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED_PAUSE = Duration.ofHours(1);

    /** So that a clock that is set is noticed. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /** For what to wait before the next round. */
    @FunctionalInterface
    private interface Waiting {
        void await() throws InterruptedException;
    }

    private static final Waiting NOT_AT_ALL = () -> {};

    private final Receiver receiver;
    private final Channel channel;
    private final Composer composer;
    private final AlertBook book;
    private final ToldAlerts told;
    private final InstantSource clock;
    private final DeliveryListener listener;
    private final Backoff backoff;
    private Map<String, Instant> noticed = Map.of();
    private @Nullable String lastFailure;
    private boolean welcomed;
    private Waiting next = NOT_AT_ALL;

    Desk(Channel channel, AlertBook book, ToldAlerts told, InstantSource clock, DeliveryListener listener) {
        this.channel = channel;
        this.receiver = channel.receiver();
        this.composer = new Composer(receiver);
        this.book = book;
        this.told = told;
        this.clock = clock;
        this.listener = listener;
        this.backoff = new Backoff(FIRST_PAUSE, receiver.longestPause());
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
        AlertBook.Page page = book.read();
        Plan plan = Plan.of(receiver, page.alerts(), told.marks(), noticed, clock.instant());
        noticed = plan.noticed();
        told.forget(plan.forgettable());
        Duration pause = deliver(plan.bundles(), page.alerts());
        if (pause != null) {
            return () -> Thread.sleep(pause.toMillis());
        }
        return plan.bundles().isEmpty() ? () -> book.awaitNews(page, untilNextLook(plan)) : NOT_AT_ALL;
    }

    /** How long to wait before trying again; null if everything was accepted. */
    private @Nullable Duration deliver(List<Plan.Bundle> bundles, Alerts alerts) throws InterruptedException {
        int pending =
                bundles.stream().mapToInt(bundle -> bundle.tidings().size()).sum();
        listener.pending(receiver.name(), pending);
        Duration pause = null;
        for (Plan.Bundle bundle : bundles) {
            Message message = composer.compose(bundle, alerts, clock.instant());
            told.attempt(message);
            try {
                channel.wire().deliver(message);
            } catch (UndeliveredException e) {
                pause = pauseAfter(e);
                if (e.isAnswered()) {
                    continue;
                }
                return pause;
            }
            accepted(message);
            pending -= bundle.tidings().size();
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

    private Duration pauseAfter(UndeliveredException failure) {
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

    private Duration untilNextLook(Plan plan) {
        Instant next = plan.nextLook();
        Duration until = next == null
                ? LONGEST_SLEEP
                : Duration.between(clock.instant(), next).plusMillis(1);
        return until.compareTo(LONGEST_SLEEP) < 0 ? until : LONGEST_SLEEP;
    }
}
