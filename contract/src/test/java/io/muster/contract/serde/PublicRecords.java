package io.muster.contract.serde;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The public records: the Avro values of all topics. */
final class PublicRecords {

    private PublicRecords() {}

    /** The schemas as registered, by the simple name of the record. */
    static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new TreeMap<>();
        for (Topic<?> topic : Topics.all("any")) {
            if (topic.isAvro()) {
                Schema schema = AvroSerdes.schema(topic);
                schemas.put(schema.getName(), schema);
            }
        }
        return schemas;
    }
}
