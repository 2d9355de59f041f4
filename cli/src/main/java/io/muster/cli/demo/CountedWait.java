package io.muster.cli.demo;

import io.muster.cli.failure.CommandFailedException;
import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Knows when everything that was published is counted: all statements are taken and committed, their cells handed on, taken
 * and committed, and the rows handed on.
 */
final class CountedWait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Map<String, Object> consumerSettings;
    private final String applicationId;
    private final LongSupplier backlog;

    /**
     * @param clientSettings with which a consumer reaches the broker
     * @param backlog records that the application took and whose consequences it has not handed on
     */
    CountedWait(Admin admin, Map<String, Object> clientSettings, String applicationId, LongSupplier backlog) {
        this.admin = admin;
        this.consumerSettings = new HashMap<>(clientSettings);
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.applicationId = applicationId;
        this.backlog = backlog;
    }

    /** @throws CommandFailedException if it takes longer */
    void await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isCounted()) {
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailedException("the statements were not counted within " + atMost.toSeconds() + " s");
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    /** The order matters: each step can only follow what the one before has let through. */
    private boolean isCounted() throws InterruptedException {
        try {
            return isTaken(Topics.ENROLLMENTS)
                    && backlog.getAsLong() == 0
                    && isTaken(Topics.cells(applicationId))
                    && backlog.getAsLong() == 0;
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "the broker does not say how far the application is: " + e.getMessage(), e);
        }
    }

    /** Whether no record is left behind the committed offsets; what is left are ends of transactions, which no one is handed. */
    private boolean isTaken(Topic<?> topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> {
                OffsetAndMetadata offset = committed.get(partition);
                consumer.seek(partition, offset == null ? 0 : offset.offset());
            });
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (!consumer.poll(PAUSE).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }
}
