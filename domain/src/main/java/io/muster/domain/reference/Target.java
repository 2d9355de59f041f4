package io.muster.domain.reference;

import io.muster.domain.Ids;

/**
 * What an area is to reach in a campaign.
 *
 * @param target participants to be enrolled in the period of the campaign
 */
public record Target(String campaignId, String areaId, long target) {

    /** @throws io.muster.domain.InvalidFieldException if a field has a value it cannot have */
    public Target {
        Ids.require("campaignId", campaignId, Ids.campaignProblem(campaignId));
        Ids.require("areaId", areaId, Ids.areaProblem(areaId));
        Counts.requireNotNegative("target", target);
    }
}
