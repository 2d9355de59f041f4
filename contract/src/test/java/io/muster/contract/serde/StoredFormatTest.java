package io.muster.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.contract.topic.Topics;
import io.muster.schema.EnrollmentEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.message.SchemaStore;
import org.junit.jupiter.api.Test;

class StoredFormatTest {

    private final SchemaStore.Cache known = new SchemaStore.Cache();
    private final StoredFormat<EnrollmentEvent> format = new StoredFormat<>(Topics.ENROLLMENTS, known);
    private final EnrollmentEvent event = SampleRecords.full(EnrollmentEvent.class);

    @Test
    void shouldDecodeWhatItEncoded() {
        assertThat(format.decode(format.encode(event))).isEqualTo(event);
    }

    @Test
    void shouldStartWithTheSchemaFingerprint() {
        ByteBuffer stored = ByteBuffer.wrap(format.encode(event)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(stored.getShort()).isEqualTo((short) 0x01C3);
        assertThat(stored.getLong()).isEqualTo(format.fingerprint());
    }

    @Test
    void shouldDecodeARecordStoredByAnEarlierVersion() throws IOException {
        Schema before = withoutItsLastField(format.schema());
        byte[] stored = storedWith(before);
        known.addSchema(before);

        EnrollmentEvent read = format.decode(stored);

        assertThat(read.getIncomeBand()).isEmpty();
        event.put("incomeBand", null);
        assertThat(read).isEqualTo(event);
    }

    @Test
    void shouldReportAnUnknownSchema() throws IOException {
        byte[] stored = storedWith(withoutItsLastField(format.schema()));

        assertThatThrownBy(() -> format.decode(stored)).isInstanceOf(MissingSchemaException.class);
    }

    private byte[] storedWith(Schema schema) throws IOException {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.name(), event.get(field.name())));
        ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(event.getSpecificData(), schema).encode(record);
        byte[] stored = new byte[bytes.remaining()];
        bytes.get(stored);
        return stored;
    }

    private static Schema withoutItsLastField(Schema schema) {
        List<Field> fields = schema.getFields().stream()
                .limit(schema.getFields().size() - 1L)
                .map(field -> new Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }
}
