package io.muster.intake.reference;

import io.muster.domain.reference.Area;
import io.muster.intake.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds cycles of areas that are each other's ancestors. */
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
            Set<String> path = new LinkedHashSet<>();
            String areaId = start;
            while (areaId != null && seen.add(areaId)) {
                path.add(areaId);
                areaId = parentOf(areaId);
            }
            if (areaId != null && path.contains(areaId)) {
                problems.add(circle(List.copyOf(path), areaId));
            }
        }
        return problems;
    }

    private @Nullable String parentOf(String areaId) {
        Located<Area> area = areas.get(areaId);
        return area == null ? null : area.record().parentId();
    }

    private Problem circle(List<String> path, String first) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(first), path.size()));
        circle.add(first);
        Located<Area> area = areas.get(first);
        if (area == null) {
            throw new IllegalStateException(first + " is in a circle but not among the areas");
        }
        return area.problem(
                "parentId",
                area.record().parentId(),
                "makes a circle: " + String.join(" → ", circle),
                "one of them must have another parent, or none");
    }
}
