package io.muster.contract.serde;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.muster.contract.serde.WriterSchemas.Written;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes like Confluent's deserializer without its schema lookup per record, which costs more than decoding a small
 * record. Confluent's deserializer decodes the first record of each schema id, and all records whose payload is not
 * plain Avro of the topic's type. Thread-safe.
 *
 * <p>Throws {@link SerializationException} for invalid bytes, and {@link RegistryOutageException} if the registry
 * cannot provide the schema.
 */
final class SteadyDeserializer<V> implements Deserializer<V> {

    private final Topic<V> topic;
    private final WriterSchemas schemas;
    private final KafkaAvroDeserializer confluent;
    private final SpecificData model;
    private final Schema own;
    private final LostSchemas<V> lost;

    /** The reader for a schema id; empty if only Confluent's deserializer can decode it. */
    private final Map<Integer, Optional<SpecificDatumReader<V>>> readers = new ConcurrentHashMap<>();

    /** @param confluent uses the registry client of the schemas */
    SteadyDeserializer(Topic<V> topic, WriterSchemas schemas, KafkaAvroDeserializer confluent, LostSchemas<V> lost) {
        this.topic = topic;
        this.schemas = schemas;
        this.confluent = confluent;
        this.model = SpecificData.getForClass(topic.valueType());
        this.own = model.getSchema(topic.valueType());
        this.lost = lost;
    }

    @Override
    public @Nullable V deserialize(String topicName, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < WireFormat.PREFIX_LENGTH) {
            throw new SerializationException(
                    "a record needs at least " + WireFormat.PREFIX_LENGTH + " bytes, but has " + bytes.length);
        }
        if (!WireFormat.isFramed(bytes) || !topicName.equals(topic.name())) {
            return byConfluent(topicName, bytes);
        }
        int id = WireFormat.schemaId(bytes);
        Optional<SpecificDatumReader<V>> reader = readers.get(id);
        if (reader != null && reader.isPresent()) {
            V value = decode(reader.get(), bytes);
            if (value != null) {
                return value;
            }
        }
        return verified(id, bytes);
    }

    /** Decodes a record whose schema id has no verified reader yet. */
    private @Nullable V verified(int id, byte[] bytes) {
        Written written = schemas.of(topic, id);
        String misfit = misfit(written);
        if (misfit != null) {
            if (lost.isRecordOfTopic(written, bytes)) {
                throw lost.moved(id, misfit);
            }
            throw new SerializationException("expected " + own.getFullName() + ", found " + misfit);
        }
        if (lost.isOfOwnVersion(written, bytes)) {
            throw lost.moved(id, "another version");
        }
        V value = byConfluent(topic.name(), bytes);
        keepReader(id, ((Written.Avro) written).schema().rawSchema(), bytes, value);
        return value;
    }

    /** Describes the schema under the id if it is incompatible with the topic's; null if it is compatible. */
    private @Nullable String misfit(Written written) {
        if (written instanceof Written.Avro avro) {
            Schema schema = avro.schema().rawSchema();
            if (!schema.getFullName().equals(own.getFullName())) {
                return schema.getFullName();
            }
            var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(own, schema);
            return compatibility.getType() == SchemaCompatibilityType.COMPATIBLE
                    ? null
                    : "one that cannot be read as such: "
                            + compatibility.getResult().getIncompatibilities().get(0);
        }
        return "a " + ((Written.Other) written).type() + " schema";
    }

    /** Remembers a reader only if the record is plain Avro; a record with trailing bytes proves nothing. */
    private void keepReader(int id, Schema written, byte[] bytes, @Nullable V value) {
        SpecificDatumReader<V> reader = new SpecificDatumReader<>(written, own, model);
        V plain = topic.valueType().isInstance(value) ? decode(reader, bytes) : null;
        if (plain != null) {
            readers.putIfAbsent(id, plain.equals(value) ? Optional.of(reader) : Optional.empty());
        }
    }

    /** @return null if the bytes are not exactly one such record */
    private static <V> @Nullable V decode(SpecificDatumReader<V> reader, byte[] bytes) {
        int start = WireFormat.PREFIX_LENGTH;
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
        try {
            V value = reader.read(null, decoder);
            return decoder.isEnd() ? value : null;
        } catch (IOException | RuntimeException e) {
            return null; // Confluent's deserializer reports the reason
        }
    }

    @SuppressWarnings("unchecked") // specific.avro.reader returns the generated class of the writer's schema name
    private @Nullable V byConfluent(String topicName, byte[] bytes) {
        try {
            return (V) confluent.deserialize(topicName, bytes);
        } catch (RuntimeException e) {
            throw RegistryAnswers.meaning(e);
        }
    }
}
