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
 * Records as they are kept where no registry can be asked: Avro's single-object encoding, which names the schema by its fingerprint.
 * Who keeps the records keeps {@link #schema()} with them, and so can read them with any later version. Not safe for several threads.
 */
public final class StoredFormat<V> {

    private final Schema schema;
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    /** @param known finds the schemas of records that earlier versions have written */
    public StoredFormat(Topic<V> topic, SchemaStore known) {
        TrustedClasses.trust();
        SpecificData model = SpecificData.getForClass(topic.valueType());
        this.schema = model.getSchema(topic.valueType());
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, known);
    }

    /** What records are written with. */
    public Schema schema() {
        return schema;
    }

    /** The name of that schema in front of every record: CRC-64-AVRO of its canonical form. */
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

    /** @throws org.apache.avro.AvroRuntimeException if the bytes are no record of a known schema */
    public V decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
