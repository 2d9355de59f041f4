package io.muster.streams.topology.ledger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The timestamp of a record; 1970 for one without, as some clients write them. Kafka Streams would end with such a record, again
 * at each start; so it reaches the rules instead, which refuse it.
 */
final class TimestampOrEpoch implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return orEpoch(record.timestamp());
    }

    static long orEpoch(long timestamp) {
        return Math.max(0, timestamp);
    }
}
