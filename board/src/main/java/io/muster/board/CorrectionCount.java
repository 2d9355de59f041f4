package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.CorrectionEffect.Place;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Number of corrections of one kind between two areas and days, within a quarter of an hour. In every time zone a local
 * day starts on a quarter-hour boundary.
 *
 * @param quarter start of the quarter-hour in which they arrived
 * @param recordedQuarter start of the quarter-hour in which the registration system recorded them
 * @param fromAreaId area of the previous statement
 * @param fromDay day of the previous statement
 * @param toAreaId area of the new statement
 * @param toDay day of the new statement
 */
public record CorrectionCount(
        Instant quarter,
        Instant recordedQuarter,
        Kind kind,
        AreaId fromAreaId,
        LocalDate fromDay,
        AreaId toAreaId,
        LocalDate toDay,
        long count) {

    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    /** How a correction changed a participant's status. */
    public enum Kind {
        /** Enrolled in another area. */
        MOVED,
        WITHDRAWN,
        /** Enrolled again after a withdrawal. */
        RESTORED,
        /** Enrolled in the same area on another day. */
        DAY_CHANGED,
        /** Withdrawn before and after, in another area or on another day. */
        OTHER;

        /** Whether the previous statement is ENROLLED. */
        public boolean wasEnrolled() {
            return this == MOVED || this == WITHDRAWN || this == DAY_CHANGED;
        }

        /** Whether the new statement is ENROLLED. */
        public boolean isEnrolled() {
            return this == MOVED || this == RESTORED || this == DAY_CHANGED;
        }
    }

    public Place from() {
        return new Place(kind.wasEnrolled(), fromAreaId, fromDay);
    }

    public Place to() {
        return new Place(kind.isEnrolled(), toAreaId, toDay);
    }

    /** Counts a single correction. */
    public static CorrectionCount of(Correction correction) {
        return new CorrectionCount(
                quarterOf(correction.at()),
                quarterOf(correction.to().recordedAt()),
                kind(correction),
                correction.from().areaId(),
                correction.from().enrolledOn(),
                correction.to().areaId(),
                correction.to().enrolledOn(),
                1);
    }

    private static Instant quarterOf(Instant moment) {
        long second = moment.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, QUARTER_SECONDS));
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

    /**
     * When the corrections were made: their arrival time. Corrections that arrived after the as-of day were replayed;
     * for them the {@code recordedAt} of the statements applies.
     *
     * @param endOfAsOfDay end of the current as-of day
     */
    public Instant madeAt(Instant endOfAsOfDay) {
        return quarter.isBefore(endOfAsOfDay) ? quarter : recordedQuarter;
    }

    /** Adds a count with equal attributes. */
    CorrectionCount plus(CorrectionCount more) {
        return new CorrectionCount(
                quarter, recordedQuarter, kind, fromAreaId, fromDay, toAreaId, toDay, count + more.count);
    }
}
