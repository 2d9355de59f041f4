package io.muster.dashboard.report;

import io.muster.domain.reference.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The areas of a campaign by level, from its root down. */
final class Subtree {

    private final Map<String, List<Area>> byLevel = new LinkedHashMap<>();
    private final String levelBelowRoot;

    Subtree(Area root, Map<String, Area> areas) {
        Map<String, List<Area>> children = areas.values().stream()
                .filter(area -> area.parentId() != null)
                .sorted(Comparator.comparing(Area::areaId))
                .collect(Collectors.groupingBy(area -> String.valueOf(area.parentId())));
        List<Area> below = children.getOrDefault(root.areaId(), List.of());
        levelBelowRoot = mostCommonLevel(below.isEmpty() ? List.of(root) : below);
        Set<String> seen = new HashSet<>();
        List<Area> row = List.of(root);
        while (!row.isEmpty()) {
            List<Area> next = new ArrayList<>();
            for (Area area : row) {
                if (seen.add(area.areaId())) {
                    byLevel.computeIfAbsent(area.level(), level -> new ArrayList<>())
                            .add(area);
                    next.addAll(children.getOrDefault(area.areaId(), List.of()));
                }
            }
            row = next;
        }
    }

    /** From the top down. */
    List<String> levels() {
        return List.copyOf(byLevel.keySet());
    }

    /** The level of most areas directly below the root; of the root itself, where there are none. */
    String levelBelowRoot() {
        return levelBelowRoot;
    }

    /** Empty where there is no such level. */
    List<Area> atLevel(String level) {
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
