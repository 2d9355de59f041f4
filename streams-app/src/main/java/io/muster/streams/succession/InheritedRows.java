package io.muster.streams.succession;

import io.muster.contract.topic.Topic;
import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.topology.tally.TallyStage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Finds the rows that the output topics hold when an application takes over. */
final class InheritedRows {

    private static final Duration POLL = Duration.ofMillis(200);

    private final StreamsSettings settings;

    InheritedRows(StreamsSettings settings) {
        this.settings = settings;
    }

    /** Names each row in the form of {@link io.muster.streams.mapping.PublishedKey}. */
    void forEach(java.util.function.Consumer<String> receiver) {
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(settings)) {
            TallyStage.OUTPUTS.forEach(topic -> rows(consumer, topic).forEach(receiver));
        }
    }

    private static Set<String> rows(Consumer<byte[], byte[]> consumer, Topic<?> topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Set<String> rows = new HashSet<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                String row = PublishedKey.of(topic.name(), new String(record.key(), StandardCharsets.UTF_8));
                if (record.value() == null) {
                    rows.remove(row);
                } else {
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
