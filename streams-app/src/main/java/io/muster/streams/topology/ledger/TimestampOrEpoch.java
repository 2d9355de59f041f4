package io.muster.streams.topology.ledger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Replaces a missing timestamp by the epoch. Some clients write records without one, and Kafka Streams would stop at
 * each of them, again after each start. With the epoch, the record reaches the rules, which reject it.
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
