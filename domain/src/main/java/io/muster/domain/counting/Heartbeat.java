package io.muster.domain.counting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign that one stage of an application counts one partition of its input. It is published in the transaction of what was counted, so it
 * never says more than what readers can see.
 *
 * @param partition of the topic that the stage reads
 * @param countedThrough the offset after the last record that is counted; null while it is not known after a start
 * @param recordTime Kafka timestamp of the last record counted since the task started; null where there was none
 * @param remaining records that the application knows of and has not taken yet; null while it is not known
 * @param at when it was said, on the clock of the application
 */
public record Heartbeat(
        String applicationId,
        Stage stage,
        int partition,
        @Nullable Long countedThrough,
        @Nullable Instant recordTime,
        @Nullable Long remaining,
        Instant at) {

    /** A stage of the application. */
    public enum Stage {
        /** Takes statements, and says which stands for each participant. */
        LEDGER,
        /** Adds up what stands, and publishes the rows. */
        TALLY
    }
}
