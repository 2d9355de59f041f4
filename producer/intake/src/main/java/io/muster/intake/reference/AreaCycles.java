package io.muster.intake.reference;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.AreaTree.Link;
import io.muster.domain.reference.AreaTree.Path;
import io.muster.intake.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds areas whose parents form a cycle. */
final class AreaCycles {

    private final Map<String, Located<Area>> areas;

    AreaCycles(Map<String, Located<Area>> areas) {
        this.areas = new LinkedHashMap<>(areas);
    }

    /** One problem per cycle, at its first line. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : areas.keySet()) {
            if (!seen.contains(start)) {
                Path path = AreaTree.of(this::link).path(start);
                String closes = path.cycleFrom();
                if (closes != null && !seen.contains(closes)) {
                    problems.add(problem(List.copyOf(path.areaIds()), closes));
                }
                seen.addAll(path.areaIds());
            }
        }
        return problems;
    }

    private @Nullable Link link(String areaId) {
        Located<Area> area = areas.get(areaId);
        return area == null ? null : new Link(area.record().parentId());
    }

    private Problem problem(List<String> path, String first) {
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(first), path.size()));
        cycle.add(first);
        Located<Area> area = areas.get(first);
        if (area == null) {
            throw new IllegalStateException(first + " is in a cycle but not among the areas");
        }
        return area.problem(
                "parentId",
                area.record().parentId(),
                "makes a cycle: " + String.join(" → ", cycle),
                "one of them must have another parent, or none");
    }
}
