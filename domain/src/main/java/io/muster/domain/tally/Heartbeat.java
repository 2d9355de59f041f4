package io.muster.domain.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a stage of the application is counting a partition of its input. A heartbeat is published in the
 * transaction of the counts, so it never claims more than readers can see.
 *
 * @param partition of the topic that the stage reads
 * @param countedThrough the offset after the last record counted; null while unknown after a start
 * @param recordTime Kafka timestamp of the last record counted since the task started; null if there was none
 * @param remaining records known to the application that it has not yet taken from its input; null while unknown
 * @param at when the heartbeat was sent, by the clock of the application
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
        /** Reads statements, and determines the winning statement of each participant. */
        LEDGER,
        /** Adds up the subtotals of the cells, and publishes the rows. */
        TALLY
    }
}
