package io.muster.cli.send;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The committed records of a topic. */
public final class TopicContent {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TopicContent() {}

    /** All current records. */
    public static <V> List<ConsumerRecord<String, V>> read(Connection connection, Topic<V> topic) {
        Map<String, Object> settings = connection.clientSettings();
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), connection.serdes().deserializer(topic))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, V>> records = new ArrayList<>();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(topic.name() + " could not be read to its end in " + LIMIT);
                }
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
