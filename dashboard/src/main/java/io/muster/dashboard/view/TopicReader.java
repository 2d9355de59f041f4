package io.muster.dashboard.view;

import static java.util.Objects.requireNonNull;

import io.muster.dashboard.view.ViewException.Obstacle;
import io.muster.schemas.AvroSerdes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all partitions of some topics from their beginning, committed records only, in no group. For one thread. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final String brokers;
    private final Duration patience;
    private final Map<String, FeedReader<?>> feeds = new HashMap<>();
    private final Queue<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();

    /**
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @param patience how long to wait for an answer of the broker
     * @throws ViewException if a setting is wrong
     */
    TopicReader(Map<String, ?> kafka, AvroSerdes serdes, List<Feed<?>> feeds, Duration patience) {
        this.patience = patience;
        brokers = String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        feeds.forEach(feed -> this.feeds.put(feed.topic().name(), new FeedReader<>(feed, serdes)));
        try {
            consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            String problem =
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new ViewException(Obstacle.BROKER, "no consumer for " + brokers + ": " + problem, e);
        }
    }

    private static Map<String, Object> settings(Map<String, ?> kafka) {
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

    /**
     * Takes all partitions there are, from their beginning.
     *
     * @throws ViewException if the broker does not answer, or a topic is missing
     */
    void assign() {
        Map<String, List<PartitionInfo>> there = asking(() -> consumer.listTopics(patience));
        List<String> missing = feeds.keySet().stream()
                .filter(topic -> !there.containsKey(topic))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new ViewException(
                    Obstacle.MISSING_TOPICS,
                    "missing on " + brokers + ": " + String.join(", ", missing) + "; create them with `muster topics`",
                    null);
        }
        List<TopicPartition> partitions = there.values().stream()
                .flatMap(List::stream)
                .filter(partition -> feeds.containsKey(partition.topic()))
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        fetched.clear();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads on.
     *
     * @return how many records were taken
     * @throws ViewException if the registry does not answer; nothing is lost, the next call goes on where this one stopped
     * @throws InvalidOffsetException if the topics are not those of before
     */
    int poll(Duration atMost) {
        if (fetched.isEmpty()) {
            consumer.poll(atMost).forEach(fetched::add);
        }
        int taken = 0;
        for (var record = fetched.peek(); record != null; record = fetched.peek()) {
            feedOf(record.topic()).take(record);
            fetched.remove();
            taken++;
        }
        return taken;
    }

    /**
     * Where the committed records end now, by partition.
     *
     * @throws ViewException if the broker does not answer
     */
    Map<TopicPartition, Long> ends() {
        return asking(() -> consumer.endOffsets(consumer.assignment(), patience));
    }

    /**
     * Whether all records before these ends were taken.
     *
     * @throws ViewException if the broker does not answer
     */
    boolean hasReached(Map<TopicPartition, Long> ends) {
        return fetched.isEmpty()
                && ends.entrySet().stream()
                        .allMatch(end -> asking(() -> consumer.position(end.getKey(), patience)) >= end.getValue());
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (WakeupException | InvalidOffsetException e) {
            throw e;
        } catch (TimeoutException e) {
            throw new ViewException(Obstacle.BROKER, "the broker " + brokers + " does not answer", e);
        } catch (KafkaException e) {
            throw new ViewException(Obstacle.BROKER, "the broker " + brokers + " answers: " + e.getMessage(), e);
        }
    }

    private FeedReader<?> feedOf(String topic) {
        return requireNonNull(feeds.get(topic), topic);
    }

    /** How many records were left out because they do not decode. */
    long skipped() {
        return feeds.values().stream().mapToLong(FeedReader::skipped).sum();
    }

    /** Ends what another thread waits for in this reader with a {@link WakeupException}. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
