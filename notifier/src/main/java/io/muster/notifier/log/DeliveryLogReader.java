package io.muster.notifier.log;

import io.muster.contract.topic.Topics;
import io.muster.schema.Notification;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Member of the notifiers' consumer group: loads the delivery records after it is assigned the partition. For one
 * thread.
 */
final class DeliveryLogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLogReader.class);

    private static final TopicPartition PARTITION = new TopicPartition(Topics.NOTIFICATIONS.name(), 0);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RENEWAL_TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<Notification> deserializer;
    private final Lease lease;
    private final DeliveryStates states = new DeliveryStates();
    /** Where loading ends: the log end when it started; null until the broker has answered. */
    private @Nullable Long endOffset;

    private volatile Role role = Role.STANDBY;

    DeliveryLogReader(Consumer<String, byte[]> consumer, Deserializer<Notification> deserializer, Lease lease) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.lease = lease;
        consumer.subscribe(List.of(PARTITION.topic()), new Rebalances());
    }

    Role role() {
        return role;
    }

    DeliveryState state(String receiver) {
        return role == Role.ACTIVE ? states.of(receiver) : DeliveryState.EMPTY;
    }

    void poll(Duration timeout) {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(timeout)) {
                apply(record);
            }
            if (role == Role.LOADING) {
                finishLoading();
            }
        } catch (RuntimeException e) {
            if (role == Role.LOADING) {
                startLoading();
            }
            throw e;
        }
        if (role == Role.ACTIVE && lease.isRenewalDue()) {
            renewLease();
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] bytes = record.value();
            states.put(record.key(), bytes == null ? null : deserializer.deserialize(record.topic(), bytes));
        } catch (KafkaException | IllegalArgumentException e) {
            throw new KafkaException(
                    record.topic() + " partition " + record.partition() + " offset " + record.offset()
                            + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private void startLoading() {
        role = Role.LOADING;
        endOffset = null;
        states.clear();
        consumer.resume(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
    }

    private void finishLoading() {
        if (endOffset == null) {
            endOffset = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        }
        if (endOffset != null && consumer.position(PARTITION) >= endOffset) {
            consumer.pause(List.of(PARTITION));
            role = Role.ACTIVE;
        }
    }

    /** The broker accepts a commit only from the owner of the partition. The committed offset itself is never used. */
    private void renewLease() {
        long requestedAt = lease.now();
        try {
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(0)), RENEWAL_TIMEOUT);
            lease.renew(requestedAt);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("Lease not renewed; the next poll reveals the assignment", e);
        }
    }

    @Override
    public void close() {
        role = Role.STANDBY;
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }

    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (!assigned.isEmpty()) {
                lease.expire();
                startLoading();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            if (!revoked.isEmpty()) {
                role = Role.STANDBY;
                lease.expire();
                states.clear();
            }
        }
    }
}
