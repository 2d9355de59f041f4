package io.muster.e2e;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Partition and offset of a record. */
public record Position(int partition, long offset) {

    /** The position of a produced record. */
    public static Position of(RecordMetadata sent) {
        return new Position(sent.partition(), sent.offset());
    }

    /** The position of a consumed record. */
    public static Position of(ConsumerRecord<?, ?> read) {
        return new Position(read.partition(), read.offset());
    }

    /** {@code partition@offset}. */
    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
