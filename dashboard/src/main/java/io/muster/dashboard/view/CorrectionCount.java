package io.muster.dashboard.view;

import io.muster.domain.ledger.Correction;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * How many corrections of one kind were made between two areas in a quarter of an hour.
 *
 * @param quarter when it began: local days of all zones begin with one
 * @param fromAreaId as stated before
 * @param toAreaId as stated then
 */
public record CorrectionCount(Instant quarter, Kind kind, String fromAreaId, String toAreaId, long count) {

    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    /** What became of a participant who was counted. */
    public enum Kind {
        /** Enrolled in another area. */
        MOVED,
        WITHDRAWN,
        /** Enrolled again after having withdrawn. */
        RESTORED,
        /** Enrolled in the same area on another day. */
        DAY_CHANGED,
        /** Withdrawn still, in another area or on another day. */
        OTHER
    }

    static CorrectionCount of(Correction correction) {
        long second = correction.at().getEpochSecond();
        return new CorrectionCount(
                Instant.ofEpochSecond(second - Math.floorMod(second, QUARTER_SECONDS)),
                kind(correction),
                correction.from().areaId(),
                correction.to().areaId(),
                1);
    }

    private static Kind kind(Correction correction) {
        boolean was = correction.from().status() == Status.ENROLLED;
        boolean is = correction.to().status() == Status.ENROLLED;
        if (was != is) {
            return was ? Kind.WITHDRAWN : Kind.RESTORED;
        }
        if (!is) {
            return Kind.OTHER;
        }
        return correction.from().areaId().equals(correction.to().areaId()) ? Kind.DAY_CHANGED : Kind.MOVED;
    }

    /** The same, of that many more. */
    CorrectionCount plus(CorrectionCount more) {
        return new CorrectionCount(quarter, kind, fromAreaId, toAreaId, count + more.count);
    }
}
