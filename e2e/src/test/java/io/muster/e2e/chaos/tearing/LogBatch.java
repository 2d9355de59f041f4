package io.muster.e2e.chaos.tearing;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A batch of a transaction on a partition, or the marker that ends the transaction there.
 *
 * @param offset offset of the first record
 * @param records empty for a marker, and for topics whose records are not checked
 */
record LogBatch(TopicPartition partition, long offset, long producerId, int epoch, Kind kind, List<LogRecord> records) {

    enum Kind {
        RECORDS,
        COMMIT,
        ABORT
    }

    /** A record as bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record LogRecord(long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {}

    boolean isMarker() {
        return kind != Kind.RECORDS;
    }

    @Override
    public String toString() {
        return kind + " of producer " + producerId + " epoch " + epoch + " at " + partition + "@" + offset;
    }
}
