package io.muster.e2e;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Serializer;

/** Statements of a newer system, with an additional field, whose schema is not registered yet. */
final class FutureStatements {

    private static final int PREFIX = 5;
    private static final Schema CURRENT = AvroSerdes.schema(Topics.ENROLLMENTS);
    private static final Schema FUTURE = withANote(CURRENT);

    private final Connection connection;
    private final int id;

    /** Predicts the id of the next registered schema: ids are consecutive. */
    FutureStatements(Connection connection) throws Exception {
        this.connection = connection;
        try (SchemaRegistryClient registry = client()) {
            id = registry.register(
                            "scratch-value",
                            new AvroSchema(SchemaBuilder.fixed("Scratch").size(1)))
                    + 1;
        }
    }

    /** The value of a record, in the wire format. */
    byte[] write(Statement statement) throws IOException {
        GenericRecord event = new GenericDatumReader<GenericRecord>(CURRENT, FUTURE)
                .read(null, DecoderFactory.get().binaryDecoder(current(statement), null));
        event.put("note", "from a newer system");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id});
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(FUTURE).write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** Registers the schema. */
    void register() throws Exception {
        try (SchemaRegistryClient registry = client()) {
            int given = registry.register(Topics.ENROLLMENTS.subject(), new AvroSchema(FUTURE));
            if (given != id) {
                throw new AssertionError("expected schema id " + id + ", but the registry assigned " + given);
            }
        }
    }

    private byte[] current(Statement statement) {
        try (Serializer<EnrollmentEvent> avro = connection.serdes().serializer(Topics.ENROLLMENTS)) {
            byte[] framed = avro.serialize(Topics.ENROLLMENTS.name(), StatementMapping.toAvro(statement));
            return Arrays.copyOfRange(framed, PREFIX, framed.length);
        }
    }

    private SchemaRegistryClient client() {
        return connection.registry(Duration.ofSeconds(30));
    }

    private static Schema withANote(Schema schema) {
        List<Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Field(field, field.schema())));
        Schema optionalText = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Field("note", optionalText, "what was noted", Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
