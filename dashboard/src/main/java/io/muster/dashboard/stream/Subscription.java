package io.muster.dashboard.stream;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.AreaRow;
import java.util.Set;

/**
 * The areas of a campaign that a stream follows.
 *
 * @param parents follow the areas directly below these; if both sets are empty, the whole campaign is followed
 * @param areas follow these areas
 */
record Subscription(CampaignId campaignId, Set<AreaId> parents, Set<AreaId> areas) {

    Subscription {
        parents = Set.copyOf(parents);
        areas = Set.copyOf(areas);
    }

    /** Whether an area is followed. The root always is. */
    boolean includes(AreaRow row) {
        return (parents.isEmpty() && areas.isEmpty())
                || row.parentId() == null
                || parents.contains(row.parentId())
                || areas.contains(row.areaId());
    }
}
