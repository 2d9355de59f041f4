package io.muster.domain.ledger;

import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What is kept of the statement that stands for a participant in a campaign. */
public record Standing(
        UUID eventId,
        long version,
        Status status,
        String areaId,
        LocalDate enrolledOn,
        Segments segments,
        String source,
        Instant recordedAt) {

    public static Standing of(Statement s) {
        return new Standing(
                s.eventId(),
                s.version(),
                s.status(),
                s.areaId(),
                s.enrolledOn(),
                s.segments(),
                s.source(),
                s.recordedAt());
    }

    /**
     * The order of statements about one participant: by version, then by event id as its text, which is the order of unsigned
     * 128-bit numbers (not that of {@link UUID#compareTo}).
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

    /** Whether the participant counts in another place, or no longer, once {@code next} stands instead. */
    boolean isMovedOrRemovedBy(Standing next) {
        return status == Status.ENROLLED
                && (next.status != Status.ENROLLED
                        || !areaId.equals(next.areaId)
                        || !enrolledOn.equals(next.enrolledOn));
    }
}
