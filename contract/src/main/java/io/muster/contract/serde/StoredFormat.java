package io.muster.contract.serde;

import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;

/**
 * Encodes records for storage without a registry: Avro's single-object encoding, which names the schema by its
 * fingerprint. Store {@link #schema()} with the records, so that any later version can read them. Not thread-safe.
 */
public final class StoredFormat<V> {

    private final Schema schema;
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    /** @param known finds the schemas of records written by earlier versions */
    public StoredFormat(Topic<V> topic, SchemaStore known) {
        TrustedClasses.trust();
        SpecificData model = SpecificData.getForClass(topic.valueType());
        this.schema = model.getSchema(topic.valueType());
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, known);
    }

    /** The schema that records are written with. */
    public Schema schema() {
        return schema;
    }

    /** The schema's fingerprint in front of every record: CRC-64-AVRO of its canonical form. */
    public long fingerprint() {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    public byte[] encode(V value) {
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws org.apache.avro.AvroRuntimeException if the bytes are not a record of a known schema */
    public V decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
