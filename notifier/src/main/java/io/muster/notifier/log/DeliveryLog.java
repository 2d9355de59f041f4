package io.muster.notifier.log;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Scope;
import io.muster.schema.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records on {@code muster.notifications}. The topic has one partition, and who is assigned it in the group is the one that delivers;
 * the others stand by. Who gets it reads the records to their end first. Read by one thread, written by any.
 */
public final class DeliveryLog implements AutoCloseable {

    /** Whether this process may deliver. */
    public enum Turn {
        /** Another one does, or nobody could say yet. */
        STANDING_BY,
        /** It is to, and reads what receivers were told. */
        READING,
        /** It is to, and knows what receivers were told. */
        HELD
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);

    private static final String TOPIC = Topics.NOTIFICATIONS.name();
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RENEWAL_TIMEOUT = Duration.ofSeconds(2);
    private static final int SESSION_MS = 10_000;

    private final Consumer<String, byte[]> consumer;
    private final Producer<String, Notification> producer;
    private final Deserializer<Notification> deserializer;
    private final DeliveryStates book = new DeliveryStates();
    private final Lease lease;
    private @Nullable TopicPartition partition;
    /** Up to where it is read before this process delivers; null until asked. */
    private @Nullable Long end;

    private volatile Turn turn = Turn.STANDING_BY;

    /**
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @param group of notifiers of which one at a time delivers
     */
    public DeliveryLog(Map<String, ?> kafka, AvroSerdes serdes, String group) {
        deserializer = serdes.deserializer(Topics.NOTIFICATIONS);
        Map<String, Object> reading = reading(kafka, group);
        consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
        lease = new Lease(sessionOf(reading).dividedBy(2), System::nanoTime);
        producer = new KafkaProducer<>(writing(kafka), new StringSerializer(), serdes.serializer(Topics.NOTIFICATIONS));
        consumer.subscribe(List.of(TOPIC), new Turns());
    }

    private static Map<String, Object> reading(Map<String, ?> kafka, String group) {
        Map<String, Object> settings = new HashMap<>();
        // how long others wait for one that was killed
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // one that comes does not take over from one that delivers
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.putAll(kafka);
        settings.put(CommonClientConfigs.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    private static Duration sessionOf(Map<String, Object> settings) {
        return Duration.ofMillis(
                Long.parseLong(String.valueOf(settings.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG))));
    }

    private static Map<String, Object> writing(Map<String, ?> kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.putAll(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    public Turn turn() {
        return turn;
    }

    /**
     * Stays in the group, and reads on where that is needed.
     *
     * @throws RuntimeException if broker or registry do not answer; what was read is read again the next time
     */
    public void poll(Duration atMost) {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(atMost)) {
                take(record);
            }
            TopicPartition ours = partition;
            if (turn == Turn.READING && ours != null) {
                if (end == null) {
                    end = consumer.endOffsets(List.of(ours)).get(ours);
                }
                if (end != null && consumer.position(ours) >= end) {
                    consumer.pause(List.of(ours));
                    turn = Turn.HELD;
                }
            }
            if (turn == Turn.HELD && ours != null && lease.isDue()) {
                renewLease(ours);
            }
        } catch (RuntimeException e) {
            if (turn == Turn.READING) {
                begin();
            }
            throw e;
        }
    }

    /** The broker takes an offset only from who is assigned the partition. The offset itself nobody reads. */
    private void renewLease(TopicPartition ours) {
        long asked = lease.now();
        try {
            consumer.commitSync(Map.of(ours, new OffsetAndMetadata(0)), RENEWAL_TIMEOUT);
            lease.renew(asked);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("Not certain that it is our turn; the next poll tells", e);
        }
    }

    /** Returns once it is certain that no other process delivers; interrupted if that will not be. */
    public void awaitCertainty() throws InterruptedException {
        lease.await();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] bytes = record.value();
            book.put(record.key(), bytes == null ? null : deserializer.deserialize(record.topic(), bytes));
        } catch (KafkaException | IllegalArgumentException e) {
            throw new KafkaException(
                    record.topic() + " partition " + record.partition() + " offset " + record.offset()
                            + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** What a receiver was told, as of when this process was to deliver. For the thread that reads. */
    public DeliveryState known(String receiver) {
        return turn == Turn.HELD ? book.known(receiver) : DeliveryState.NOTHING;
    }

    /**
     * Returns once all in-sync replicas have what a receiver was told.
     *
     * @param records by alert; null takes a record away
     * @throws KafkaException if that is not known; it may be written again
     */
    public void write(String receiver, Map<OfAlert, @Nullable DeliveryRecord> records) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        for (Map.Entry<OfAlert, @Nullable DeliveryRecord> entry : records.entrySet()) {
            DeliveryRecord record = entry.getValue();
            sent.add(send(
                    DeliveryStates.key(receiver, entry.getKey()),
                    record == null ? null : DeliveryStates.toAvro(record)));
        }
        await(sent);
    }

    /**
     * Returns once all in-sync replicas have what a receiver is told about.
     *
     * @throws KafkaException if that is not known; it may be written again
     */
    public void write(String receiver, Scope scope, Instant at) throws InterruptedException {
        await(List.of(send(receiver, DeliveryStates.toAvro(scope, at))));
    }

    private Future<?> send(String key, @Nullable Notification value) throws InterruptedException {
        try {
            return producer.send(new ProducerRecord<>(TOPIC, key, value));
        } catch (InterruptException e) {
            throw interrupted(e);
        }
    }

    private static void await(List<Future<?>> sent) throws InterruptedException {
        for (Future<?> one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new KafkaException(
                        "what a receiver was told cannot be written to " + TOPIC + ": " + e.getCause(), e);
            }
        }
    }

    private static InterruptedException interrupted(InterruptException e) {
        InterruptedException interrupted = new InterruptedException(e.getMessage());
        interrupted.initCause(e);
        return interrupted;
    }

    private void begin() {
        book.clear();
        end = null;
        TopicPartition ours = partition;
        if (ours != null) {
            consumer.resume(List.of(ours));
            consumer.seekToBeginning(List.of(ours));
        }
    }

    @Override
    public void close() {
        turn = Turn.STANDING_BY;
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        producer.close(CLOSE_TIMEOUT);
    }

    /** Who is assigned the partition reads it, and who is not knows nothing. */
    private final class Turns implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (!assigned.isEmpty()) {
                partition = new TopicPartition(TOPIC, 0);
                turn = Turn.READING;
                lease.end();
                begin();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            if (!revoked.isEmpty()) {
                turn = Turn.STANDING_BY;
                lease.end();
                partition = null;
                book.clear();
            }
        }
    }
}
