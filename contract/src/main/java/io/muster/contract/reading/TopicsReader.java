package io.muster.contract.reading;

import io.muster.contract.Connection;
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
 * Reads all partitions of some topics from the beginning: committed records only, without a consumer group. A plain
 * consumer does not notice that a topic was deleted and recreated, and continues at its old offset in the new topic.
 * This reader compares the topic ids at intervals instead. Not thread-safe.
 *
 * <p>Every method may also throw a {@link KafkaException} if the broker does not answer or denies access.
 */
public final class TopicsReader implements AutoCloseable {

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Admin admin;
    private final Set<String> topics;
    private final Set<String> required;
    private final String brokers;
    private final Duration patience;
    private @Nullable TopicLayouts begun;
    private long checkedAt;

    /**
     * @param topics the topics to read
     * @param others further topics that must exist
     * @param patience the timeout of each request to the broker
     * @throws KafkaException if a setting is invalid
     */
    public TopicsReader(Connection connection, Set<String> topics, Set<String> others, Duration patience) {
        this.topics = Set.copyOf(topics);
        this.required = new HashSet<>(topics);
        this.required.addAll(others);
        this.brokers = connection.bootstrapServers();
        this.patience = patience;
        consumer = new KafkaConsumer<>(
                consumerSettings(connection), new StringDeserializer(), new ByteArrayDeserializer());
        admin = Admin.create(adminSettings(connection.clientSettings()));
    }

    private static Map<String, Object> consumerSettings(Connection connection) {
        Map<String, Object> settings = connection.readerSettings();
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }

    private static Map<String, Object> adminSettings(Map<String, ?> kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.putAll(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        return settings;
    }

    /**
     * Assigns all partitions and seeks to the beginning.
     *
     * @throws MissingTopicsException if a topic does not exist
     */
    public void begin() {
        TopicLayouts found = fetchLayouts();
        consumer.assign(found.partitions());
        consumer.seekToBeginning(consumer.assignment());
        begun = found;
    }

    /** A hash of the topic ids; see {@link TopicLayouts#identity}. 0 before {@link #begin}. */
    public long identity() {
        return begun == null ? 0 : begun.identity();
    }

    /**
     * Returns the next records.
     *
     * @throws MissingTopicsException if a topic was deleted
     * @throws TopicsChangedException if a topic was recreated or repartitioned, or the next offset no longer exists
     */
    public ConsumerRecords<String, byte[]> poll(Duration atMost) {
        checkTopicIds();
        try {
            return consumer.poll(atMost);
        } catch (InvalidOffsetException e) {
            throw new TopicsChangedException("the next offset no longer exists: " + e.getMessage(), e);
        }
    }

    private void checkTopicIds() {
        TopicLayouts before = begun;
        if (before != null && System.nanoTime() - checkedAt > CHECK_INTERVAL.toNanos()) {
            List<String> changed = fetchLayouts().changedSince(before);
            if (!changed.isEmpty()) {
                throw new TopicsChangedException(
                        "topics were recreated or repartitioned: " + String.join(", ", changed), null);
            }
        }
    }

    /** After a failure, the next call checks again at once. */
    private TopicLayouts fetchLayouts() {
        TopicLayouts found = TopicLayouts.of(admin, required, patience);
        if (!found.missing().isEmpty()) {
            throw new MissingTopicsException(found.missing(), brokers);
        }
        checkedAt = System.nanoTime();
        return found.only(topics);
    }

    /**
     * The current end offset of the committed records, by partition.
     *
     * @throws MissingTopicsException as {@link #poll}
     * @throws TopicsChangedException as {@link #poll}
     */
    public Map<TopicPartition, Long> ends() {
        checkTopicIds();
        return consumer.endOffsets(consumer.assignment(), patience);
    }

    /**
     * Whether all records before these end offsets were returned.
     *
     * @throws TopicsChangedException as {@link #poll}
     */
    public boolean hasReached(Map<TopicPartition, Long> ends) {
        try {
            return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
        } catch (InvalidOffsetException e) {
            throw new TopicsChangedException("the next offset no longer exists: " + e.getMessage(), e);
        }
    }

    /**
     * Aborts a blocking call of another thread with a {@link org.apache.kafka.common.errors.WakeupException}. The only
     * thread-safe method.
     */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
