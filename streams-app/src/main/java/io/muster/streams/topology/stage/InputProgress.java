package io.muster.streams.topology.stage;

import java.util.OptionalLong;

/** How far an instance has consumed its input topics, according to its own clients. */
public interface InputProgress {

    /** For a topology without brokers: no offset is known, and every partition counts as drained. */
    InputProgress UNKNOWN = (topic, partition) -> true;

    /** How many records the consumer of a partition lags behind; empty if unknown. */
    default OptionalLong remaining(String topic, int partition) {
        return OptionalLong.empty();
    }

    /** The application's latest committed offset; empty if unknown. */
    default OptionalLong committed(String topic, int partition) {
        return OptionalLong.empty();
    }

    /**
     * Whether the consumer of a partition has fetched everything except the latest arrivals; false until that is known.
     */
    boolean isDrained(String topic, int partition);

    /**
     * Whether a partition has a committed record before an offset. Blocks until the brokers answer.
     *
     * @throws org.apache.kafka.common.KafkaException if they do not answer
     */
    default boolean hasRecordBefore(String topic, int partition, long offset) {
        return false;
    }
}
