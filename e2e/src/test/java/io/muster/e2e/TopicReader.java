package io.muster.e2e;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics without Muster's classes: read_committed, with Confluent's deserializer. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;

    public TopicReader(Connection connection) {
        this.connection = connection;
    }

    /** The latest value of every key, in order of keys, without tombstones. */
    public SortedMap<String, GenericRecord> latest(Topic<?> topic) {
        SortedMap<String, GenericRecord> latest = new TreeMap<>();
        for (ConsumerRecord<String, Object> record : records(topic)) {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), (GenericRecord) record.value());
            }
        }
        return latest;
    }

    /** Every Avro record committed so far, in the order of each partition. */
    public List<ConsumerRecord<String, Object>> records(Topic<?> topic) {
        KafkaAvroDeserializer avro = new KafkaAvroDeserializer();
        avro.configure(Map.of("schema.registry.url", connection.registryUrl()), false);
        return read(topic, avro);
    }

    /** Every record committed so far, as bytes. */
    public List<ConsumerRecord<String, byte[]>> bytes(Topic<?> topic) {
        return read(topic, new ByteArrayDeserializer());
    }

    private <V> List<ConsumerRecord<String, V>> read(Topic<?> topic, Deserializer<V> values) {
        Map<String, Object> settings = connection.clientSettings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (Consumer<String, V> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }
}
