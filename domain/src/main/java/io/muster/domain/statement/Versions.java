package io.muster.domain.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The versions by which statements are ordered: by default, and at most, what the time of recording makes of them. */
public final class Versions {

    private static final Instant FIRST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    private static final long DAY_MICROS = Duration.ofDays(1).toNanos() / 1_000;

    private Versions() {}

    /** The version of a statement whose source gives it none: the microseconds of its time of recording, as near as they come. */
    public static long of(Instant recordedAt) {
        if (recordedAt.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return recordedAt.isAfter(LAST) ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt);
    }

    /** The highest version that a statement may have: a day more. A higher one would outrank all that is said later. */
    public static long highest(Instant recordedAt) {
        long version = of(recordedAt);
        return version > Long.MAX_VALUE - DAY_MICROS ? Long.MAX_VALUE : version + DAY_MICROS;
    }
}
