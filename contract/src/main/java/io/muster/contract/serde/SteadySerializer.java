package io.muster.contract.serde;

import io.muster.contract.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Produces the bytes of Confluent's serializer without its schema lookup per record, which costs more than encoding a
 * small record. Confluent's serializer encodes the first record; its prefix with the schema id is reused for the
 * following ones. If the payload is not plain Avro, such as with encrypted fields, it encodes all records. Thread-safe.
 */
final class SteadySerializer<V> implements Serializer<V> {

    private static final byte[] NONE = {};

    private final Topic<V> topic;
    private final WriterSchemas schemas;
    private final Serializer<V> confluent;
    private final SpecificDatumWriter<V> writer;
    private volatile byte @Nullable [] prefix;

    SteadySerializer(Topic<V> topic, WriterSchemas schemas, Serializer<V> confluent) {
        this.topic = topic;
        this.schemas = schemas;
        this.confluent = confluent;
        SpecificData model = SpecificData.getForClass(topic.valueType());
        this.writer = new SpecificDatumWriter<>(model.getSchema(topic.valueType()), model);
    }

    @Override
    public byte @Nullable [] serialize(String topicName, @Nullable V value) {
        if (value == null || !topicName.equals(topic.name())) {
            return byConfluent(topicName, value);
        }
        byte[] known = prefix;
        if (known == null) {
            schemas.prepareToWrite(topic);
            byte[] bytes = byConfluent(topicName, value);
            prefix = prefixOf(bytes, value);
            return bytes;
        }
        return known.length == 0 ? byConfluent(topicName, value) : encode(known, value);
    }

    private byte[] byConfluent(String topicName, @Nullable V value) {
        try {
            return confluent.serialize(topicName, value);
        } catch (RuntimeException e) {
            throw RegistryAnswers.meaningOfWriting(topic, e);
        }
    }

    private byte[] prefixOf(byte[] bytes, V value) {
        byte[] start = Arrays.copyOf(bytes, WireFormat.PREFIX_LENGTH);
        return Arrays.equals(encode(start, value), bytes) ? start : NONE;
    }

    private byte[] encode(byte[] start, V value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.writeBytes(start);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
