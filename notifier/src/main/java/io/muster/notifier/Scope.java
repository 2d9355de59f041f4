package io.muster.notifier;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.tally.RowKey.OfAlert;
import java.util.Map;
import java.util.Set;

/**
 * The alerts that a receiver subscribes to. An empty set matches everything.
 *
 * @param campaigns campaign ids
 * @param areas area ids; descendants are included
 */
public record Scope(Set<CampaignId> campaigns, Set<AreaId> areas, Set<AlertRule> rules) {

    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        campaigns = Set.copyOf(campaigns);
        areas = Set.copyOf(areas);
        rules = Set.copyOf(rules);
    }

    /** @param areaTree all defined areas, by id */
    public boolean covers(OfAlert alert, Map<AreaId, Area> areaTree) {
        return (campaigns.isEmpty() || campaigns.contains(alert.campaignId()))
                && (rules.isEmpty() || rules.contains(alert.rule()))
                && (areas.isEmpty() || coversArea(alert.areaId(), areaTree));
    }

    private boolean coversArea(AreaId areaId, Map<AreaId, Area> areaTree) {
        return AreaTree.of(areaTree).path(areaId, areas).areaIds().stream().anyMatch(areas::contains);
    }
}
