package io.muster.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Confluent's deserializer reads, without asking it for every record. It takes the first record of each schema number,
 * and so decides whether that schema belongs on the topic; a number means the same schema for ever. Where what follows the
 * prefix is not plain Avro of the topic's type, it takes all of them.
 *
 * <p>Looking up schemas costs more than reading a small record. Safe for use by several threads.
 */
final class SteadyDeserializer<V> implements Deserializer<V> {

    private final Topic<V> topic;
    private final KafkaAvroDeserializer confluent;
    private final SpecificData model;

    /** How to read the records of a schema number; empty where only Confluent's deserializer knows. */
    private final Map<Integer, Optional<SpecificDatumReader<V>>> readers = new ConcurrentHashMap<>();

    SteadyDeserializer(Topic<V> topic, KafkaAvroDeserializer confluent) {
        this.topic = topic;
        this.confluent = confluent;
        this.model = SpecificData.getForClass(topic.valueType());
    }

    @Override
    @SuppressWarnings("unchecked") // specific.avro.reader returns the generated class of the writer's schema name
    public @Nullable V deserialize(String topicName, byte @Nullable [] bytes) {
        if (bytes != null && bytes.length < WireFormat.PREFIX_LENGTH) {
            throw new SerializationException("no record has only " + bytes.length + " bytes");
        }
        if (bytes == null || !WireFormat.isFramed(bytes) || !topicName.equals(topic.name())) {
            return (V) confluent.deserialize(topicName, bytes);
        }
        int schemaId = WireFormat.schemaId(bytes);
        Optional<SpecificDatumReader<V>> reader = readers.get(schemaId);
        if (reader == null) {
            Object value = confluent.deserialize(topicName, bytes);
            readers.put(schemaId, readerFor(schemaId, bytes, value));
            return (V) value;
        }
        if (reader.isPresent()) {
            try {
                return decode(reader.get(), bytes);
            } catch (IOException | RuntimeException e) {
                // it does not decode; Confluent's deserializer says why
            }
        }
        return (V) confluent.deserialize(topicName, bytes);
    }

    private Optional<SpecificDatumReader<V>> readerFor(int schemaId, byte[] bytes, Object value) {
        try {
            if (topic.valueType().isInstance(value)
                    && confluent.getSchemaBySubjectAndId(topic.subject(), schemaId) instanceof AvroSchema written) {
                SpecificDatumReader<V> reader =
                        new SpecificDatumReader<>(written.rawSchema(), model.getSchema(topic.valueType()), model);
                if (value.equals(decode(reader, bytes))) {
                    return Optional.of(reader);
                }
            }
        } catch (IOException | RestClientException | RuntimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static <V> V decode(SpecificDatumReader<V> reader, byte[] bytes) throws IOException {
        int start = WireFormat.PREFIX_LENGTH;
        return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null));
    }

    @Override
    public void close() {
        confluent.close();
    }
}
