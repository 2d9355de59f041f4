package io.muster.domain.tree;

import static io.muster.domain.fixture.TestIds.areaId;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An area tree whose definitions are published one hour apart, and the participants stated for each area. */
final class ChangingTree {

    static final LocalDate DAY = LocalDate.parse("2023-05-12");
    static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    private static final AreaId ROOT = new AreaId("root");

    private final Map<AreaId, Area> areas = new HashMap<>();
    private final Map<AreaId, Long> stated = new HashMap<>();
    private int published;

    /** Adds an area below another, with the number of participants stated for itself. */
    ChangingTree area(String id, @Nullable String parentId, long people) {
        Area area = plain(id, parentId);
        areas.put(area.areaId(), area);
        stated.put(area.areaId(), people);
        return this;
    }

    /** Publishes definitions of the form {@code "area<parent"}, for example {@code "tan-an<luc-nam"}. */
    ChangingTree publish(String... definitions) {
        published++;
        List<Area> applied = new ArrayList<>();
        for (String definition : definitions) {
            String[] ids = definition.split("<", 2);
            applied.add(plain(ids[0], ids.length == 1 ? null : ids[1]));
        }
        AreaHistory.continued(applied, Map.copyOf(areas), at(published))
                .forEach(area -> areas.put(area.areaId(), area));
        return this;
    }

    ChangingTree remove(String id) {
        published++;
        areas.remove(areaId(id));
        return this;
    }

    static Instant at(int publication) {
        return START.plus(Duration.ofHours(publication));
    }

    Area area(String id) {
        return Objects.requireNonNull(areas.get(areaId(id)));
    }

    List<TreeChange> changes() {
        return TreeChanges.of(areas, ROOT, areaId -> {
            long count = count(areaId);
            return count == 0 ? Map.of() : Map.of(DAY, count);
        });
    }

    /** The changes as text, for example {@code "1 tan-an: yen-dung>luc-nam -[yen-dung] +[luc-nam] 6"}. */
    List<String> told() {
        return changes().stream()
                .map(change -> Duration.between(START, change.at()).toHours() + " " + joined(change.moved())
                        + ": " + change.from() + ">" + change.to() + " -"
                        + change.losing().stream().sorted().toList()
                        + " +" + change.gaining().stream().sorted().toList() + " " + change.people(day -> true))
                .toList();
    }

    /** Participants enrolled in an area and below it in the current tree; 0 if the area is not in the tree. */
    long count(AreaId areaId) {
        return stated.entrySet().stream()
                .filter(of -> path(of.getKey()).contains(areaId))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Set<AreaId> path(AreaId areaId) {
        Set<AreaId> path = new HashSet<>();
        Area area = areas.get(areaId);
        while (area != null && path.add(area.areaId())) {
            if (area.areaId().equals(ROOT)) {
                return path;
            }
            area = area.parentId() == null ? null : areas.get(area.parentId());
        }
        return Set.of();
    }

    private static String joined(List<AreaId> areaIds) {
        return areaIds.stream().map(AreaId::value).collect(Collectors.joining(","));
    }

    private static Area plain(String id, @Nullable String parentId) {
        return new Area(areaId(id), parentId == null ? null : areaId(parentId), "level", "kind", Map.of(), null, null);
    }
}
