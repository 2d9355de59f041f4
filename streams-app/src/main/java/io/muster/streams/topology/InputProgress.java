package io.muster.streams.topology;

import java.util.OptionalLong;

/** How far the input of a stage is taken, as far as the clients of this instance know. */
public interface InputProgress {

    /** Of an instance that asks nobody. */
    InputProgress UNKNOWN = (topic, partition) -> true;

    /** How many records are before the consumer of a partition; empty for an instance that asks nobody. */
    default OptionalLong remaining(String topic, int partition) {
        return OptionalLong.empty();
    }

    /** The offset that the application committed last; empty for an instance that asks nobody. */
    default OptionalLong committed(String topic, int partition) {
        return OptionalLong.empty();
    }

    /**
     * Whether the consumer of a partition has fetched everything but what came in the last moments. False until that is known; true for an
     * instance that asks nobody.
     */
    boolean isDrained(String topic, int partition);

    /**
     * Whether a partition has a committed record before an offset. Asks the brokers, and waits for their answer; false for an instance that
     * asks nobody.
     *
     * @throws org.apache.kafka.common.KafkaException if they do not answer
     */
    default boolean hasRecordBefore(String topic, int partition, long offset) {
        return false;
    }
}
