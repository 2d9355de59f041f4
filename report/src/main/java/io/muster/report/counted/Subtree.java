package io.muster.report.counted;

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

/** The areas of a campaign, from its root down. */
public final class Subtree {

    private final Map<String, List<Area>> byLevel = new LinkedHashMap<>();
    private final Map<String, List<Area>> children;
    private final Set<String> ids = new HashSet<>();
    private final String levelBelowRoot;

    public Subtree(Area root, Map<String, Area> areas) {
        // The root has no parent here, even if its definition names one.
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

    public boolean contains(String areaId) {
        return ids.contains(areaId);
    }

    /** All of them, from the top down. */
    public Stream<Area> all() {
        return byLevel.values().stream().flatMap(List::stream);
    }

    /** Those directly below, by area id. */
    public List<Area> childrenOf(Area area) {
        return children.getOrDefault(area.areaId(), List.of());
    }

    /** The ids of an area and of all below it. */
    public Set<String> idsFrom(Area area) {
        return AreaTree.subtree(area.areaId(), children);
    }

    /** From the top down. */
    public List<String> levels() {
        return List.copyOf(byLevel.keySet());
    }

    /** The level of most areas directly below the root; of the root itself, where there are none. */
    public String levelBelowRoot() {
        return levelBelowRoot;
    }

    /** Empty where there is no such level. */
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
