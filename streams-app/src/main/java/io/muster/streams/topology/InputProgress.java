package io.muster.streams.topology;

import java.util.OptionalLong;

/** How far the input of a stage is taken, as far as the clients of this instance know. */
public interface InputProgress {

    /** Of an instance that asks nobody. */
    InputProgress UNKNOWN = new InputProgress() {
        @Override
        public OptionalLong remaining(String topic, int partition) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong committed(String topic, int partition) {
            return OptionalLong.empty();
        }

        @Override
        public boolean isDrained(String topic, int partition) {
            return true;
        }

        @Override
        public boolean hasRecordBefore(String topic, int partition, long offset) {
            return false;
        }
    };

    /** How many records are before the consumer of a partition. */
    OptionalLong remaining(String topic, int partition);

    /** The offset that the application committed last. */
    OptionalLong committed(String topic, int partition);

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
    boolean hasRecordBefore(String topic, int partition, long offset);
}
