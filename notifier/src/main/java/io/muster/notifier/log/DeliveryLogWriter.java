package io.muster.notifier.log;

import io.muster.contract.topic.Topics;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Scope;
import io.muster.schema.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Writes delivery records and scopes, and waits for the broker to acknowledge them. For any number of threads. */
final class DeliveryLogWriter implements AutoCloseable {

    private static final String TOPIC = Topics.NOTIFICATIONS.name();
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<String, Notification> producer;

    DeliveryLogWriter(Producer<String, Notification> producer) {
        this.producer = producer;
    }

    void write(String receiver, Map<OfAlert, @Nullable DeliveryRecord> records) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        for (Map.Entry<OfAlert, @Nullable DeliveryRecord> entry : records.entrySet()) {
            DeliveryRecord record = entry.getValue();
            sent.add(send(
                    DeliveryRecordMapping.key(receiver, entry.getKey()),
                    record == null ? null : DeliveryRecordMapping.toAvro(record)));
        }
        await(sent);
    }

    void write(String receiver, Scope scope, Instant at) throws InterruptedException {
        await(List.of(send(receiver, DeliveryRecordMapping.toAvro(scope, at))));
    }

    private Future<?> send(String key, @Nullable Notification value) throws InterruptedException {
        try {
            return producer.send(new ProducerRecord<>(TOPIC, key, value));
        } catch (InterruptException e) {
            throw toInterruptedException(e);
        }
    }

    private static void await(List<Future<?>> sent) throws InterruptedException {
        for (Future<?> future : sent) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new KafkaException("cannot write delivery records to " + TOPIC + ": " + e.getCause(), e);
            }
        }
    }

    private static InterruptedException toInterruptedException(InterruptException e) {
        InterruptedException interrupted = new InterruptedException(e.getMessage());
        interrupted.initCause(e);
        return interrupted;
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
