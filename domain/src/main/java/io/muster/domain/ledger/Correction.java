package io.muster.domain.ledger;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of the winning statement that moved or removed a participant who was counted. It does not name the
 * participant.
 *
 * @param at when the new winning statement arrived
 * @param from the statement by which the participant was counted
 * @param to the statement that replaced it
 */
public record Correction(CampaignId campaignId, Instant at, Placement from, Placement to) {

    /**
     * What one statement says about a participant, and how far ahead it was recorded.
     *
     * @param minutesAhead by how much it was {@linkplain RecordedAhead recorded ahead}; 0 if it was not
     */
    public record Placement(
            UUID eventId,
            long version,
            Status status,
            AreaId areaId,
            LocalDate enrolledOn,
            String source,
            Instant recordedAt,
            int minutesAhead) {}
}
