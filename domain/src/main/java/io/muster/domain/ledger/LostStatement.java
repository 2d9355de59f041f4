package io.muster.domain.ledger;

import io.muster.domain.ledger.Correction.Placement;
import java.time.Instant;

/**
 * A statement that lost though it arrived later than the one that stands, and by which the participant would be counted otherwise. It
 * does not say who that is.
 *
 * @param at when it came in
 * @param lost where it puts the participant
 * @param standing what stood when it came in, and stayed
 */
public record LostStatement(String campaignId, Instant at, Placement lost, Placement standing) {}
