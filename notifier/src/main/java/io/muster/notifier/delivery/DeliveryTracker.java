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

/** The delivery records of one receiver, in memory and on the delivery log. For one thread. */
final class DeliveryTracker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTracker.class);

    private static final Duration MIN_BACKOFF = Duration.ofMillis(500);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(10);

    @FunctionalInterface
    private interface Write {
        void run() throws InterruptedException;
    }

    private final Receiver receiver;
    private final @Nullable Scope previousScope;
    private final Map<OfAlert, DeliveryRecord> records;
    private final DeliveryLog log;
    private final InstantSource clock;

    DeliveryTracker(Receiver receiver, DeliveryState state, DeliveryLog log, InstantSource clock) {
        this.receiver = receiver;
        this.previousScope = state.scope();
        this.records = new HashMap<>(state.records());
        this.log = log;
        this.clock = clock;
    }

    Map<OfAlert, DeliveryRecord> records() {
        return Collections.unmodifiableMap(records);
    }

    /**
     * For a new receiver or a changed scope: records the alerts that are already over as historical, then the scope
     * itself. The scope is written last so that a crash in between repeats both.
     */
    void initialize(Alerts alerts) throws InterruptedException {
        if (receiver.scope().equals(previousScope)) {
            return;
        }
        Instant now = clock.instant();
        Map<OfAlert, @Nullable DeliveryRecord> historical = new HashMap<>();
        for (AlertRow row : DeliveryPlan.historicalAlerts(receiver, alerts, records, previousScope)) {
            historical.put(
                    (OfAlert) row.key(),
                    DeliveryRecord.historical(
                            row.latest().firedAt(), row.latest().resolvedAt(), now));
        }
        put(historical);
        retry(() -> log.write(receiver.name(), receiver.scope(), now));
    }

    /**
     * Records that the message is about to be sent, then waits for the lease so that no other notifier sends a newer
     * state.
     */
    void recordAttempt(Message message) throws InterruptedException {
        Map<OfAlert, @Nullable DeliveryRecord> attempts = new HashMap<>();
        for (Message.Item item : message.items()) {
            OfAlert alert = item.notification().alert();
            DeliveryRecord existing = records.get(alert);
            boolean alreadyRecorded = existing != null && existing.hasKey(item.key());
            if (!alreadyRecorded) {
                attempts.put(alert, DeliveryRecord.attempt(item, message.at()));
            }
        }
        put(attempts);
        log.awaitLease();
    }

    /** Records that the receiver accepted the message. */
    void recordAcceptance(Message message) throws InterruptedException {
        Map<OfAlert, @Nullable DeliveryRecord> changed = new HashMap<>();
        for (Message.Item item : message.items()) {
            OfAlert alert = item.notification().alert();
            DeliveryRecord record = records.get(alert);
            if (item.notification().kind() == Kind.WITHDRAWN || record == null) {
                changed.put(alert, null);
            } else if (record.isUncertain()) {
                changed.put(alert, record.accepted(message.at()));
            } else {
                // A periodic resend, for example to Alertmanager: only the time of the next one changes
                records.put(alert, record.accepted(message.at()));
            }
        }
        put(changed);
    }

    void delete(Collection<OfAlert> alerts) throws InterruptedException {
        Map<OfAlert, @Nullable DeliveryRecord> deleted = new HashMap<>();
        alerts.forEach(alert -> deleted.put(alert, null));
        put(deleted);
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
            retry(() -> log.write(receiver.name(), changed));
        }
    }

    private void retry(Write write) throws InterruptedException {
        Backoff backoff = new Backoff(MIN_BACKOFF, MAX_BACKOFF);
        while (true) {
            try {
                write.run();
                return;
            } catch (KafkaException e) {
                LOG.warn("Retrying for receiver {}: {}", receiver.name(), e.getMessage());
                Thread.sleep(backoff.afterFailure().toMillis());
            }
        }
    }
}
