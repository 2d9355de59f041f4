package io.muster.domain.reference;

import io.muster.domain.AreaId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The labels of areas in a list that spans several parents. A name that occurs more than once is followed by the name
 * of the parent: "Tân An (Yên Dũng)". If that occurs more than once too, the id is added.
 */
public final class AreaLabels {

    private final Function<Area, String> nameOf;

    /** By area id, only for areas whose names occur more than once. */
    private final Map<AreaId, String> labels = new HashMap<>();

    /**
     * @param areas the areas of the list
     * @param parentOf the parent of an area; null if it has none
     * @param nameOf the name of an area for its reader
     */
    public AreaLabels(Collection<Area> areas, Function<Area, @Nullable Area> parentOf, Function<Area, String> nameOf) {
        this.nameOf = nameOf;
        repeated(areas, nameOf).forEach(namesake -> {
            Area parent = parentOf.apply(namesake);
            if (parent != null) {
                labels.put(namesake.areaId(), nameOf.apply(namesake) + " (" + nameOf.apply(parent) + ")");
            }
        });
        Function<Area, String> labelOf = this::of;
        repeated(areas, labelOf).forEach(namesake -> {
            Area parent = parentOf.apply(namesake);
            String where = parent == null ? "" : nameOf.apply(parent) + ", ";
            labels.put(namesake.areaId(), nameOf.apply(namesake) + " (" + where + namesake.areaId() + ")");
        });
    }

    /**
     * Labels for a list of the areas of some levels of a campaign.
     *
     * @param rootId the root area of the campaign
     * @param areas all areas that are defined, by area id
     * @param levels the levels that are listed
     */
    public static AreaLabels below(
            AreaId rootId, Map<AreaId, Area> areas, Set<String> levels, Function<Area, String> nameOf) {
        Function<Area, @Nullable Area> parentOf = area -> area.parentId() == null ? null : areas.get(area.parentId());
        AreaTree tree = AreaTree.of(areas);
        List<Area> listed = areas.values().stream()
                .filter(area -> levels.contains(area.level()) && tree.isWithin(area.areaId(), rootId))
                .toList();
        return new AreaLabels(listed, parentOf, nameOf);
    }

    private static List<Area> repeated(Collection<Area> areas, Function<Area, String> textOf) {
        return areas.stream().collect(Collectors.groupingBy(textOf)).values().stream()
                .filter(namesakes -> namesakes.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    /** The name of the area, with its parent and id if needed to tell it apart. */
    public String of(Area area) {
        String label = labels.get(area.areaId());
        return label == null ? nameOf.apply(area) : label;
    }
}
