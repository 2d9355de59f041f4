package io.muster.domain.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a statement is recorded ahead of its arrival: its {@code recordedAt} minus the Kafka timestamp of its record.
 * The cause is a fast clock at the source. By default the version follows that clock, so the statement wins over later
 * ones.
 */
public final class RecordedAhead {

    /** Accurate clocks differ by less. A statement is recorded ahead only if the difference is larger than this. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private RecordedAhead() {}

    /**
     * @param receivedAt the timestamp of the record, epoch milliseconds
     * @return whole minutes; 0 within the tolerance
     */
    public static int minutes(Instant recordedAt, long receivedAt) {
        long recorded = recordedAt.toEpochMilli();
        if (recorded <= receivedAt || recorded - receivedAt <= TOLERANCE.toMillis()) {
            return 0;
        }
        return (int) Math.min(Integer.MAX_VALUE, (recorded - receivedAt) / MINUTE);
    }
}
