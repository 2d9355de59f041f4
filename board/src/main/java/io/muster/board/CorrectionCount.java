package io.muster.board;

import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.CorrectionEffect.Place;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How many corrections of one kind were made between two areas and days in a quarter of an hour. Local days of all zones begin with one.
 *
 * @param quarter the beginning of that in which they came in
 * @param recordedQuarter the beginning of that in which the registration system recorded them
 * @param fromAreaId as stated before
 * @param fromDay likewise
 * @param toAreaId as stated then
 * @param toDay likewise
 */
public record CorrectionCount(
        Instant quarter,
        Instant recordedQuarter,
        Kind kind,
        String fromAreaId,
        LocalDate fromDay,
        String toAreaId,
        LocalDate toDay,
        long count) {

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
        OTHER;

        /** Whether the statement before was ENROLLED. */
        public boolean wasEnrolled() {
            return this == MOVED || this == WITHDRAWN || this == DAY_CHANGED;
        }

        /** Whether the statement then is ENROLLED. */
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

    /** That one. */
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
     * When they were made, by the clock that progress is judged by: when they came in. What came in after the as-of day can only be
     * replayed; then the statements' own {@code recordedAt} says when.
     *
     * @param endOfAsOfDay when the day ends for which progress is judged now
     */
    public Instant madeAt(Instant endOfAsOfDay) {
        return quarter.isBefore(endOfAsOfDay) ? quarter : recordedQuarter;
    }

    /** The same, of that many more. */
    CorrectionCount plus(CorrectionCount more) {
        return new CorrectionCount(
                quarter, recordedQuarter, kind, fromAreaId, fromDay, toAreaId, toDay, count + more.count);
    }
}
