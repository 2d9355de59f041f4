package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import io.muster.cli.options.Connection;
import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Knows from committed offsets and from metrics, as an operator can, when everything that was sent is counted. */
public final class Counting {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Connection connection;
    private final String applicationId;
    private final List<StreamsInstance> instances;

    /** @param instances all that run as this application */
    public Counting(Connection connection, String applicationId, List<StreamsInstance> instances) {
        this.connection = connection;
        this.applicationId = applicationId;
        this.instances = List.copyOf(instances);
    }

    /** The order matters: each step can only follow what the one before has let through. */
    public void awaitEverything() {
        await().alias("everything is counted")
                .atMost(LIMIT)
                .until(() -> isTaken(Topics.ENROLLMENTS)
                        && nothingIsHeld()
                        && isTaken(Topics.cells(applicationId))
                        && nothingIsHeld());
    }

    private boolean nothingIsHeld() {
        return instances.stream().allMatch(instance -> instance.metric("muster_backlog") == 0);
    }

    /** Whether no record is left behind the committed offsets. Markers of transactions are, and no one is handed those. */
    private boolean isTaken(Topic<?> topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<String, Object> settings = connection.clientSettings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, offset(committed.get(partition))));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            return admin.listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
