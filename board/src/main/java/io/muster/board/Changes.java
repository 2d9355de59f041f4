package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.util.Set;

/**
 * The differences between two consecutive boards.
 *
 * @param campaigns ids of campaigns whose definition, progress or targets changed
 * @param areas areas whose progress, days, segments or alerts changed in a campaign
 * @param treeChanged whether the definition of any area changed
 */
public record Changes(Set<CampaignId> campaigns, Set<AreaKey> areas, boolean treeChanged) {

    /** An area in a campaign. */
    public record AreaKey(CampaignId campaignId, AreaId areaId) {}

    public Changes {
        campaigns = Set.copyOf(campaigns);
        areas = Set.copyOf(areas);
    }

    public boolean isEmpty() {
        return campaigns.isEmpty() && areas.isEmpty() && !treeChanged;
    }
}
