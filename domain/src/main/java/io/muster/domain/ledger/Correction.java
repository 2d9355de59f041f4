package io.muster.domain.ledger;

import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change that moved or removed a participant who was counted, without saying who it was.
 *
 * @param at when the statement that changed it came in
 * @param from where the participant was counted
 * @param to what replaced it
 */
public record Correction(String campaignId, Instant at, Placement from, Placement to) {

    /**
     * Where one statement puts a participant.
     *
     * @param minutesAhead by how much it was {@linkplain RecordedAhead recorded ahead}; 0 if it was not
     */
    public record Placement(
            UUID eventId,
            long version,
            Status status,
            String areaId,
            LocalDate enrolledOn,
            String source,
            Instant recordedAt,
            int minutesAhead) {}
}
