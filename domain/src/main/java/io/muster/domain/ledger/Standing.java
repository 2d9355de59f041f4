package io.muster.domain.ledger;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The winning statement about a participant in a campaign, as the ledger keeps it.
 *
 * @param enrolledIn the areas in which the statements received so far enroll the participant
 */
public record Standing(
        UUID eventId,
        long version,
        Status status,
        AreaId areaId,
        LocalDate enrolledOn,
        Segments segments,
        EnrolledIn enrolledIn,
        Recording recording) {

    /**
     * How the statement was recorded.
     *
     * @param source the office or system that states it
     * @param recordedAt when that wrote the statement
     * @param minutesAhead by how much it was {@linkplain RecordedAhead recorded ahead}, the maximum over its
     *     deliveries; 0 if it was not
     */
    public record Recording(String source, Instant recordedAt, int minutesAhead) {}

    public String source() {
        return recording.source;
    }

    public Instant recordedAt() {
        return recording.recordedAt;
    }

    public int minutesAhead() {
        return recording.minutesAhead;
    }

    /**
     * The entry for the first statement about a participant.
     *
     * @param receivedAt the timestamp of the record, epoch milliseconds
     */
    public static Standing of(Statement s, long receivedAt) {
        return new Standing(
                s.eventId(),
                s.version(),
                s.status(),
                s.areaId(),
                s.enrolledOn(),
                s.segments(),
                s.status() == Status.ENROLLED ? new EnrolledIn.OneArea(s.areaId()) : EnrolledIn.NO_AREA,
                new Recording(s.source(), s.recordedAt(), RecordedAhead.minutes(s.recordedAt(), receivedAt)));
    }

    /**
     * This statement, with {@code enrolledIn} and {@code minutesAhead} updated by another statement about the
     * participant or a repetition of this one.
     */
    Standing beside(Standing other) {
        EnrolledIn areas = enrolledIn.and(other.enrolledIn);
        int minutes = compareOrder(other) == 0 ? Math.max(minutesAhead(), other.minutesAhead()) : minutesAhead();
        if (areas.equals(enrolledIn) && minutes == minutesAhead()) {
            return this;
        }
        return new Standing(
                eventId,
                version,
                status,
                areaId,
                enrolledOn,
                segments,
                areas,
                new Recording(source(), recordedAt(), minutes));
    }

    /**
     * Orders the statements about one participant by version, then by event id as text. That is the order of unsigned
     * 128-bit numbers, not that of {@link UUID#compareTo}.
     */
    public int compareOrder(Standing other) {
        int order = Long.compare(version, other.version);
        if (order == 0) {
            order = Long.compareUnsigned(eventId.getMostSignificantBits(), other.eventId.getMostSignificantBits());
        }
        if (order == 0) {
            order = Long.compareUnsigned(eventId.getLeastSignificantBits(), other.eventId.getLeastSignificantBits());
        }
        return order;
    }

    /** Whether the statement has that oddity. */
    public boolean is(Oddity oddity) {
        return switch (oddity) {
            case RECORDED_AHEAD -> minutesAhead() > 0;
            case CHANGED_ELSEWHERE -> enrolledIn.includesOtherThan(areaId);
        };
    }

    /**
     * Whether this statement counts the participant, and {@code next} counts them in another area, on another day, or
     * not at all.
     */
    boolean isMovedOrRemovedBy(Standing next) {
        return status == Status.ENROLLED
                && (next.status != Status.ENROLLED
                        || !areaId.equals(next.areaId)
                        || !enrolledOn.equals(next.enrolledOn));
    }

    /**
     * Whether the two count the participant differently: in two areas, on two days, or only one of them counts the
     * participant at all.
     */
    boolean contradicts(Standing other) {
        return isMovedOrRemovedBy(other) || other.isMovedOrRemovedBy(this);
    }
}
