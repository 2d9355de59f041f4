package io.muster.contract.reading;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads all partitions of some topics from their beginning, committed records only, in no group. A consumer by itself does not notice that a
 * topic was deleted and made anew, and reads on in the new one where it was in the old: this asks for the topics' ids every now and
 * then. For one thread.
 *
 * <p>What it throws besides what is named: a {@link KafkaException} where the broker does not answer, or does not allow it.
 */
public final class TopicsReader implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Admin admin;
    private final Set<String> topics;
    private final Set<String> required;
    private final String brokers;
    private final Duration patience;
    private @Nullable TopicLayouts begun;
    private long lookedAt;

    /**
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @param topics to read
     * @param others that must be there as well
     * @param patience how long to wait for an answer of the broker
     * @throws KafkaException if a setting is wrong
     */
    public TopicsReader(Map<String, ?> kafka, Set<String> topics, Set<String> others, Duration patience) {
        this.topics = Set.copyOf(topics);
        this.required = new HashSet<>(topics);
        this.required.addAll(others);
        this.brokers = String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        this.patience = patience;
        consumer = new KafkaConsumer<>(reading(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        admin = Admin.create(asking(kafka));
    }

    private static Map<String, Object> reading(Map<String, ?> kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.putAll(kafka);
        settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }

    private static Map<String, Object> asking(Map<String, ?> kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.putAll(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        return settings;
    }

    /**
     * Takes all partitions there are, from their beginning.
     *
     * @throws MissingTopicsException if a topic is missing
     */
    public void begin() {
        TopicLayouts found = look();
        consumer.assign(found.partitions());
        consumer.seekToBeginning(consumer.assignment());
        begun = found;
    }

    /** A number that is another one where any of the topics was made anew; the same for every reader of the same topics. */
    public long identity() {
        return begun == null ? 0 : begun.identity();
    }

    /**
     * Reads on.
     *
     * @throws MissingTopicsException if a topic is missing by now
     * @throws TopicsChangedException if one was made anew, has other partitions, or has lost what was to come next
     */
    public ConsumerRecords<String, byte[]> poll(Duration atMost) {
        lookNowAndThen();
        try {
            return consumer.poll(atMost);
        } catch (InvalidOffsetException e) {
            throw new TopicsChangedException("not the records of before: " + e.getMessage(), e);
        }
    }

    private void lookNowAndThen() {
        TopicLayouts before = begun;
        if (before != null && System.nanoTime() - lookedAt > LOOK_EVERY.toNanos()) {
            List<String> changed = look().changedSince(before);
            if (!changed.isEmpty()) {
                throw new TopicsChangedException("not the topics of before: " + String.join(", ", changed), null);
            }
        }
    }

    /** Where something is in the way, it looks again the next time. */
    private TopicLayouts look() {
        TopicLayouts found = TopicLayouts.of(admin, required, patience);
        if (!found.missing().isEmpty()) {
            throw new MissingTopicsException(found.missing(), brokers);
        }
        lookedAt = System.nanoTime();
        return found.only(topics);
    }

    /**
     * Where the committed records end now, by partition.
     *
     * @throws MissingTopicsException as {@link #poll}
     * @throws TopicsChangedException as {@link #poll}
     */
    public Map<TopicPartition, Long> ends() {
        lookNowAndThen();
        return consumer.endOffsets(consumer.assignment(), patience);
    }

    /**
     * Whether all records before these ends were returned.
     *
     * @throws TopicsChangedException as {@link #poll}
     */
    public boolean hasReached(Map<TopicPartition, Long> ends) {
        try {
            return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
        } catch (InvalidOffsetException e) {
            throw new TopicsChangedException("not the records of before: " + e.getMessage(), e);
        }
    }

    /** Ends what another thread waits for in this reader with a {@link org.apache.kafka.common.errors.WakeupException}. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
