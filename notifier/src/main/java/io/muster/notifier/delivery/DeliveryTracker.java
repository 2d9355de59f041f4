package io.muster.notifier.delivery;

import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.http.loop.Backoff;
import io.muster.notifier.Alerts;
import io.muster.notifier.DeliveryPlan;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Message;
import io.muster.notifier.Notification.Kind;
import io.muster.notifier.Receiver;
import io.muster.notifier.Scope;
import io.muster.notifier.log.DeliveryLog;
import io.muster.notifier.log.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one receiver was told, in memory and on the topic. For one thread. */
final class DeliveryTracker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTracker.class);

    /** Something to write, that may have to be written again. */
    @FunctionalInterface
    private interface Writing {
        void write() throws InterruptedException;
    }

    private final Receiver receiver;
    private final @Nullable Scope scopeBefore;
    private final Map<OfAlert, DeliveryRecord> records;
    private final DeliveryLog log;
    private final InstantSource clock;

    DeliveryTracker(Receiver receiver, DeliveryState known, DeliveryLog log, InstantSource clock) {
        this.receiver = receiver;
        this.scopeBefore = known.scope();
        this.records = new HashMap<>(known.records());
        this.log = log;
        this.clock = clock;
    }

    Map<OfAlert, DeliveryRecord> records() {
        return Collections.unmodifiableMap(records);
    }

    /** Where the receiver, or a part of its scope, is new: records what is history, and then that it is known. */
    void welcome(Alerts alerts) throws InterruptedException {
        if (receiver.scope().equals(scopeBefore)) {
            return;
        }
        Instant now = clock.instant();
        Map<OfAlert, @Nullable DeliveryRecord> history = new HashMap<>();
        for (AlertRow row : DeliveryPlan.history(receiver, alerts, records, scopeBefore)) {
            DeliveryRecord record = DeliveryRecord.ofHistory(
                    row.latest().firedAt(), row.latest().resolvedAt(), now);
            history.put((OfAlert) row.key(), record);
        }
        put(history);
        write(() -> log.write(receiver.name(), receiver.scope(), now));
    }

    /** Marks what the receiver may have accepted from now on, and waits until it is certain that no other process tells it something newer. */
    void attempt(Message message) throws InterruptedException {
        Map<OfAlert, @Nullable DeliveryRecord> attempts = new HashMap<>();
        for (Message.Item item : message.items()) {
            OfAlert alert = item.notification().alert();
            DeliveryRecord before = records.get(alert);
            boolean begun = before != null && before.hasKey(item.key());
            if (!begun) {
                attempts.put(alert, DeliveryRecord.attempt(item, message.at()));
            }
        }
        put(attempts);
        log.awaitCertainty();
    }

    /** Marks what the receiver has accepted. */
    void keep(Message message) throws InterruptedException {
        Map<OfAlert, @Nullable DeliveryRecord> changed = new HashMap<>();
        for (Message.Item item : message.items()) {
            OfAlert alert = item.notification().alert();
            DeliveryRecord attempt = records.get(alert);
            if (item.notification().kind() == Kind.WITHDRAWN || attempt == null) {
                changed.put(alert, null);
            } else if (attempt.accepted()) {
                records.put(alert, attempt.accepted(message.at())); // told again to one that needsResend
            } else {
                changed.put(alert, attempt.accepted(message.at()));
            }
        }
        put(changed);
    }

    /** Takes records away. */
    void forget(Collection<OfAlert> alerts) throws InterruptedException {
        if (!alerts.isEmpty()) {
            Map<OfAlert, @Nullable DeliveryRecord> gone = new HashMap<>();
            alerts.forEach(alert -> gone.put(alert, null));
            put(gone);
        }
    }

    private void put(Map<OfAlert, @Nullable DeliveryRecord> changed) throws InterruptedException {
        changed.forEach((alert, record) -> {
            if (record == null) {
                records.remove(alert);
            } else {
                records.put(alert, record);
            }
        });
        if (!changed.isEmpty()) {
            write(() -> log.write(receiver.name(), changed));
        }
    }

    private void write(Writing writing) throws InterruptedException {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
        while (true) {
            try {
                writing.write();
                return;
            } catch (KafkaException e) {
                LOG.warn("{}: {}; trying again", receiver.name(), e.getMessage());
                Thread.sleep(backoff.afterFailure().toMillis());
            }
        }
    }
}
