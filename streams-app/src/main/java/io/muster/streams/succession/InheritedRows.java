package io.muster.streams.succession;

import io.muster.contract.reading.SnapshotReader;
import io.muster.contract.topic.Topic;
import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.topology.tally.TallyStage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds the rows that the output topics hold when an application takes over. */
final class InheritedRows {

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

    private Set<String> rows(Consumer<byte[], byte[]> consumer, Topic<?> topic) {
        Duration patience = settings.instance().startTimeout();
        SnapshotReader<byte[], byte[]> reader =
                new SnapshotReader<>(consumer, SnapshotReader.partitions(consumer, topic.name(), patience), patience);
        Set<String> rows = new HashSet<>();
        for (var records = reader.next(); !records.isEmpty(); records = reader.next()) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
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
