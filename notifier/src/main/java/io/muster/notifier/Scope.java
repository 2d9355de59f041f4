package io.muster.notifier;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.tally.RowKey.OfAlert;
import java.util.Map;
import java.util.Set;

/**
 * Which alerts a receiver is told about. An empty set means all.
 *
 * @param campaigns ids of campaigns
 * @param areas ids of areas; what is below them is meant, too
 */
public record Scope(Set<String> campaigns, Set<String> areas, Set<AlertRule> rules) {

    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        campaigns = Set.copyOf(campaigns);
        areas = Set.copyOf(areas);
        rules = Set.copyOf(rules);
    }

    /** @param tree the areas that are defined, by id */
    public boolean covers(OfAlert alert, Map<String, Area> tree) {
        return (campaigns.isEmpty() || campaigns.contains(alert.campaignId()))
                && (rules.isEmpty() || rules.contains(alert.rule()))
                && (areas.isEmpty() || coversArea(alert.areaId(), tree));
    }

    private boolean coversArea(String areaId, Map<String, Area> tree) {
        return AreaTree.of(tree).path(areaId, areas).areaIds().stream().anyMatch(areas::contains);
    }
}
