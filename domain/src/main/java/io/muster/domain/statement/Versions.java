package io.muster.domain.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Derives the default version of a statement, and the highest that is accepted, from its time of recording. */
public final class Versions {

    private static final Instant FIRST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    private static final long DAY_MICROS = Duration.ofDays(1).toNanos() / 1_000;

    private Versions() {}

    /**
     * The version of a statement whose source assigns none: its time of recording in microseconds since the epoch,
     * limited to the range of a long.
     */
    public static long of(Instant recordedAt) {
        if (recordedAt.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return recordedAt.isAfter(LAST) ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt);
    }

    /** The highest accepted version: one day ahead of {@link #of}. A higher one would outrank all later statements. */
    public static long highest(Instant recordedAt) {
        long version = of(recordedAt);
        return version > Long.MAX_VALUE - DAY_MICROS ? Long.MAX_VALUE : version + DAY_MICROS;
    }
}
