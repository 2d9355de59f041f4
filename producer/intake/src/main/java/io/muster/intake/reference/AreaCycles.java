package io.muster.intake.reference;

import io.muster.domain.AreaId;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds areas whose parents form a cycle. */
final class AreaCycles {

    private final Map<AreaId, Located<Area>> areas;

    AreaCycles(Map<AreaId, Located<Area>> areas) {
        this.areas = new LinkedHashMap<>(areas);
    }

    /** One problem per cycle, at its first line. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Set<AreaId> seen = new HashSet<>();
        for (AreaId start : areas.keySet()) {
            if (!seen.contains(start)) {
                Path path = AreaTree.of(this::link).path(start);
                AreaId closes = path.cycleFrom();
                if (closes != null && !seen.contains(closes)) {
                    problems.add(problem(List.copyOf(path.areaIds()), closes));
                }
                seen.addAll(path.areaIds());
            }
        }
        return problems;
    }

    private @Nullable Link link(AreaId areaId) {
        Located<Area> area = areas.get(areaId);
        return area == null ? null : new Link(area.record().parentId());
    }

    private Problem problem(List<AreaId> path, AreaId first) {
        List<String> cycle = Stream.concat(path.stream().skip(path.indexOf(first)), Stream.of(first))
                .map(AreaId::value)
                .toList();
        Located<Area> area = areas.get(first);
        if (area == null) {
            throw new IllegalStateException(first + " is in a cycle but not among the areas");
        }
        return area.problem(
                "parentId",
                cycle.get(1),
                "makes a cycle: " + String.join(" → ", cycle),
                "one of them must have another parent, or none");
    }
}
