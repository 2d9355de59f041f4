package io.muster.contract.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/** Creates sample records of any generated type from its schema. */
final class SampleRecords {

    private SampleRecords() {}

    /** A record with a value in every field. All strings differ. */
    static <V> V full(Class<V> type) {
        return sample(type, false);
    }

    /** A record with null in every nullable field, and empty lists and maps. */
    static <V> V sparse(Class<V> type) {
        return sample(type, true);
    }

    private static <V> V sample(Class<V> type, boolean sparse) {
        Schema schema = SpecificData.get().getSchema(type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<>(schema, new GenericData()).write(value("$", schema, sparse), encoder);
            encoder.flush();
            return new SpecificDatumReader<>(type)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(String where, Schema schema, boolean sparse) {
        return switch (schema.getType()) {
            case RECORD -> {
                GenericData.Record record = new GenericData.Record(schema);
                schema.getFields()
                        .forEach(field ->
                                record.put(field.pos(), value(where + "." + field.name(), field.schema(), sparse)));
                yield record;
            }
            case UNION -> sparse ? null : value(where, schema.getTypes().get(1), false);
            case ARRAY -> sparse ? List.of() : Collections.singletonList(value(where, schema.getElementType(), false));
            case MAP ->
                sparse ? Map.of() : Collections.singletonMap("vi", value(where + ".vi", schema.getValueType(), false));
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(1));
            case STRING ->
                schema.getLogicalType() == LogicalTypes.uuid()
                        ? "80000000-1111-4222-8333-444444444444"
                        : "Yên Dũng " + where;
            case INT -> where.hashCode() % 20_000;
            case LONG -> 1_683_900_000_123L + where.hashCode();
            case DOUBLE -> where.hashCode() / 7.0;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("no sample of " + schema);
        };
    }
}
