package io.muster.e2e.chaos.tearing;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Records of a transaction as they are on a partition, or the marker that ends a transaction there.
 *
 * @param offset of the first record
 * @param records none in a marker, and none where nobody wants them
 */
record LogBatch(TopicPartition partition, long offset, long producerId, int epoch, Kind kind, List<LogRecord> records) {

    enum Kind {
        RECORDS,
        COMMIT,
        ABORT
    }

    /** A record, byte for byte. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record LogRecord(long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {}

    boolean isMarker() {
        return kind != Kind.RECORDS;
    }

    @Override
    public String toString() {
        return kind + " of producer " + producerId + " epoch " + epoch + " at " + partition + "@" + offset;
    }
}
