package io.muster.domain.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The number of participants that an area should enroll in a campaign.
 *
 * @param target participants with a day in the period of the campaign; 0 is judged as no target, see {@link #aim}
 */
public record Target(CampaignId campaignId, AreaId areaId, long target) {

    /** @throws io.muster.domain.InvalidFieldException if a field is invalid */
    public Target {
        Ids.requireCampaign("campaignId", campaignId);
        Ids.requireArea("areaId", areaId);
        Counts.requireNotNegative("target", target);
    }

    /**
     * The target by which an area is judged: the given one if it is above 0, else null.
     *
     * @param target null if there is none
     */
    public static @Nullable Long aim(@Nullable Long target) {
        return target == null || target == 0 ? null : target;
    }
}
