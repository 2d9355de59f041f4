package io.muster.domain.reference;

import io.muster.domain.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What an area is to reach in a campaign.
 *
 * @param target participants to be enrolled in the period of the campaign; 0 is no aim, see {@link #aim}
 */
public record Target(String campaignId, String areaId, long target) {

    /** @throws io.muster.domain.InvalidFieldException if a field has a value it cannot have */
    public Target {
        Ids.require("campaignId", campaignId, Ids.campaignProblem(campaignId));
        Ids.require("areaId", areaId, Ids.areaProblem(areaId));
        Counts.requireNotNegative("target", target);
    }

    /**
     * What an area is judged by (contract, rule 4): its target, if that is above 0.
     *
     * @param target null where there is none
     */
    public static @Nullable Long aim(@Nullable Long target) {
        return target == null || target == 0 ? null : target;
    }
}
