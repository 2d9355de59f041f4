package io.muster.dashboard.stream;

import io.muster.domain.tally.AreaRow;
import java.util.Set;

/**
 * What somebody follows.
 *
 * @param parents the areas directly below these; if neither these nor areas are named, all of the campaign
 * @param areas these themselves
 */
record Subscription(String campaignId, Set<String> parents, Set<String> areas) {

    Subscription {
        parents = Set.copyOf(parents);
        areas = Set.copyOf(areas);
    }

    /** The root is always among them. */
    boolean includes(AreaRow row) {
        return (parents.isEmpty() && areas.isEmpty())
                || row.parentId() == null
                || parents.contains(row.parentId())
                || areas.contains(row.areaId());
    }
}
