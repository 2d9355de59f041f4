package io.muster.schemas;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The records that anyone outside may read or write: the values of the topics. */
final class PublicRecords {

    private PublicRecords() {}

    /** Schemas by the simple name of the record, as any language sees them: without Avro's hints for Java. */
    static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new TreeMap<>();
        for (Topic<?> topic : Topics.all("any")) {
            if (topic.isAvro()) {
                Schema schema = withoutHintsForJava(SpecificData.get().getSchema(topic.valueType()));
                schemas.put(schema.getName(), schema);
            }
        }
        return schemas;
    }

    private static Schema withoutHintsForJava(Schema schema) {
        return new Schema.Parser().parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }
}
