package io.muster.e2e;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Where a record is on its topic. */
public record Position(int partition, long offset) {

    /** Where a record was put. */
    public static Position of(RecordMetadata sent) {
        return new Position(sent.partition(), sent.offset());
    }

    /** Where a record was found. */
    public static Position of(ConsumerRecord<?, ?> read) {
        return new Position(read.partition(), read.offset());
    }

    /** As it is printed. */
    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
