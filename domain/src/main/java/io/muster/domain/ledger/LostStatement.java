package io.muster.domain.ledger;

import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Correction.Placement;
import java.time.Instant;

/**
 * A statement that lost although it arrived later than the winning statement, and that counts the participant
 * differently. It does not name the participant.
 *
 * @param at when the lost statement arrived
 * @param lost the lost statement
 * @param standing the winning statement, which it did not replace
 */
public record LostStatement(CampaignId campaignId, Instant at, Placement lost, Placement standing) {}
