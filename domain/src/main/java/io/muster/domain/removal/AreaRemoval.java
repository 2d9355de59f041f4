package io.muster.domain.removal;

import io.muster.domain.reference.Target;
import java.util.List;

/**
 * An area is not defined any more.
 *
 * @param children the areas directly below it, which are in no tree then, by area id
 * @param below how many areas are below it in all
 * @param campaigns those to whose tree it belongs, by campaign id
 * @param targets those that name it
 * @param certified how many certified counts name it; they stay
 */
public record AreaRemoval(
        String areaId,
        List<String> children,
        int below,
        List<OfCampaign> campaigns,
        List<Target> targets,
        int certified) {

    /**
     * What one campaign loses.
     *
     * @param people who is counted in the area and below it, and would be counted nowhere
     * @param isRoot whether the area is at the top of the campaign, which then counts nobody
     */
    public record OfCampaign(String campaignId, long people, boolean isRoot) {}

    public AreaRemoval {
        children = List.copyOf(children);
        campaigns = List.copyOf(campaigns);
        targets = List.copyOf(targets);
    }
}
