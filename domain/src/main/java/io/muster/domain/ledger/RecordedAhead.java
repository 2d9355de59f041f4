package io.muster.domain.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * By how much a statement is recorded ahead of its arrival: how far its {@code recordedAt} is after the Kafka timestamp of the record
 * that brought it. The clock of who recorded it is fast then, and so is the version that it gave: the statement wins over later ones.
 */
public final class RecordedAhead {

    /** Clocks that keep time differ by less, so a statement is recorded ahead only when it is by more than this. */
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
