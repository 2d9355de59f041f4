package io.muster.intake.area;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.FoldedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Indexes areas by level and name. */
final class AreaIndex {

    /** The depth of a level that no area has. */
    private static final int NO_DEPTH = Integer.MAX_VALUE;

    private final Map<AreaId, Area> areas = new HashMap<>();
    private final Map<String, Map<String, Set<Area>>> byName = new HashMap<>();
    private final Map<String, List<Area>> byLevel;

    AreaIndex(Collection<Area> definitions) {
        for (Area area : definitions) {
            areas.put(area.areaId(), area);
            Map<String, Set<Area>> level = byName.computeIfAbsent(area.level(), any -> new HashMap<>());
            for (AreaName name : namesOf(area)) {
                level.computeIfAbsent(FoldedName.of(name.whole()), any -> new LinkedHashSet<>())
                        .add(area);
                level.computeIfAbsent(FoldedName.of(name.bare()), any -> new LinkedHashSet<>())
                        .add(area);
            }
        }
        this.byLevel = definitions.stream().collect(Collectors.groupingBy(Area::level));
    }

    Set<String> levels() {
        return byLevel.keySet();
    }

    List<Area> atLevel(String level) {
        return byLevel.getOrDefault(level, List.of());
    }

    /** Depth of the highest area of a level below its root. */
    int depth(String level) {
        return atLevel(level).stream()
                .mapToInt(area -> (int) path(area).skip(1).count())
                .min()
                .orElse(NO_DEPTH);
    }

    /**
     * The areas of a level with this name, ignoring diacritics. Prefers matches of the whole name over those of the
     * bare name.
     */
    List<Area> called(String level, AreaName name) {
        Map<String, Set<Area>> names = byName.getOrDefault(level, Map.of());
        Set<Area> found = names.getOrDefault(FoldedName.of(name.whole()), Set.of());
        if (found.isEmpty()) {
            found = names.getOrDefault(FoldedName.of(name.bare()), Set.of());
        }
        return List.copyOf(found);
    }

    /** Narrows matches down: to those with the same diacritics, if any; then to those of the same kind, if any. */
    List<Area> closest(List<Area> found, AreaName name) {
        List<Area> exact = found.stream()
                .filter(area -> namesOf(area).stream()
                        .anyMatch(own ->
                                own.bare().equals(name.bare()) || own.whole().equals(name.whole())))
                .toList();
        List<Area> left = exact.isEmpty() ? found : exact;
        List<Area> ofKind =
                left.stream().filter(area -> area.kind().equals(name.kind())).toList();
        return ofKind.isEmpty() ? left : ofKind;
    }

    /** Whether an area is one of the others or below one of them. */
    boolean isWithin(Area area, Collection<Area> above) {
        return path(area).anyMatch(above::contains);
    }

    /** Name of the area and of its parent: Tân Tiến, Yên Dũng. */
    String described(Area area) {
        return path(area).limit(2).map(AreaIndex::nameOf).collect(Collectors.joining(", "));
    }

    static String nameOf(Area area) {
        String vietnamese = area.names().get("vi");
        return vietnamese == null
                ? area.names().values().stream()
                        .sorted()
                        .findFirst()
                        .orElse(area.areaId().value())
                : vietnamese;
    }

    private Stream<Area> path(Area area) {
        return AreaTree.of(areas).path(area.areaId()).areaIds().stream()
                .flatMap(id -> Stream.ofNullable(areas.get(id)));
    }

    private static List<AreaName> namesOf(Area area) {
        return area.names().values().stream().map(AreaName::of).toList();
    }
}
