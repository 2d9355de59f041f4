package io.muster.domain.removal;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Target;
import java.util.List;

/**
 * The effects of removing the definition of an area.
 *
 * @param children the areas directly below it, ordered by area id; after the removal they belong to no tree
 * @param below the number of all areas below it
 * @param campaigns the campaigns whose area tree contains it, ordered by campaign id
 * @param targets its targets, ordered by campaign id; after the removal they apply to no area
 * @param certified the number of its certified counts; they are kept
 */
public record AreaRemoval(
        AreaId areaId,
        List<AreaId> children,
        int below,
        List<OfCampaign> campaigns,
        List<Target> targets,
        int certified) {

    /**
     * The effects on one campaign.
     *
     * @param people the number of participants counted in the area and below it, who would no longer be counted
     * @param isRoot whether the area is the root of the campaign, which would then count no participants
     */
    public record OfCampaign(CampaignId campaignId, long people, boolean isRoot) {}

    public AreaRemoval {
        children = List.copyOf(children);
        campaigns = List.copyOf(campaigns);
        targets = List.copyOf(targets);
    }
}
