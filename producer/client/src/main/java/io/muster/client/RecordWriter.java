package io.muster.client;

import io.muster.client.ReferenceBatch.Change;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serializes changes into producer records. Caches one serializer per topic, because each new one asks the registry.
 */
final class RecordWriter {

    private final AvroSerdes serdes;
    private final Failures failures;
    private final Map<Topic<?>, Serializer<?>> serializers = new HashMap<>();

    RecordWriter(AvroSerdes serdes, Failures failures) {
        this.serdes = serdes;
        this.failures = failures;
    }

    /** @throws PublishException if the registry does not have the schema, or does not answer */
    <V> ProducerRecord<String, byte[]> record(Change<V> change) {
        Topic<V> topic = change.topic();
        try {
            byte[] value = change.value() == null ? null : serializer(topic).serialize(topic.name(), change.value());
            return new ProducerRecord<>(topic.name(), change.key(), value);
        } catch (KafkaException e) {
            throw failures.of(topic, e);
        }
    }

    @SuppressWarnings("unchecked") // each serializer is stored under its own topic
    private <V> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(topic, serdes::serializer);
    }
}
