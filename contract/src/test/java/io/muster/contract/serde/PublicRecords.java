package io.muster.contract.serde;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The records that anyone outside may read or write: the values of the topics. */
final class PublicRecords {

    private PublicRecords() {}

    /** Schemas by the simple name of the record, as they stand in the registry. */
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
