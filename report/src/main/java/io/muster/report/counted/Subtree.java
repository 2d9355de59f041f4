package io.muster.report.counted;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The areas of a campaign: its root area and all areas below it. */
public final class Subtree {

    private final Map<String, List<Area>> byLevel = new LinkedHashMap<>();
    private final Map<AreaId, List<Area>> children;
    private final Set<AreaId> ids = new HashSet<>();
    private final String levelBelowRoot;

    public Subtree(Area root, Map<AreaId, Area> areas) {
        // the root's own parent is outside the campaign
        children = AreaTree.children(areas.values().stream()
                .filter(area -> !area.areaId().equals(root.areaId()))
                .toList());
        List<Area> below = childrenOf(root);
        levelBelowRoot = mostCommonLevel(below.isEmpty() ? List.of(root) : below);
        List<Area> row = List.of(root);
        while (!row.isEmpty()) {
            List<Area> next = new ArrayList<>();
            for (Area area : row) {
                if (ids.add(area.areaId())) {
                    byLevel.computeIfAbsent(area.level(), level -> new ArrayList<>())
                            .add(area);
                    next.addAll(childrenOf(area));
                }
            }
            row = next;
        }
    }

    public boolean contains(AreaId areaId) {
        return ids.contains(areaId);
    }

    /** All areas, top down. */
    public Stream<Area> all() {
        return byLevel.values().stream().flatMap(List::stream);
    }

    /** The areas directly below, by area id. */
    public List<Area> childrenOf(Area area) {
        return children.getOrDefault(area.areaId(), List.of());
    }

    /** The ids of an area and all areas below it. */
    public Set<AreaId> idsFrom(Area area) {
        return AreaTree.subtree(area.areaId(), children);
    }

    /** The levels, top down. */
    public List<String> levels() {
        return List.copyOf(byLevel.keySet());
    }

    /** The most common level directly below the root; the root's own level if it has no children. */
    public String levelBelowRoot() {
        return levelBelowRoot;
    }

    /** The areas of a level; empty if there is no such level. */
    public List<Area> atLevel(String level) {
        return byLevel.getOrDefault(level, List.of());
    }

    private static String mostCommonLevel(List<Area> areas) {
        Map<String, Long> counts = areas.stream().collect(Collectors.groupingBy(Area::level, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}
