package io.muster.domain.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What areas are called in a list that goes across parents. A name that repeats carries the name of the area above: "Tân An (Yên
 * Dũng)"; where that repeats too, the id as well.
 */
public final class AreaLabels {

    private final Function<Area, String> nameOf;

    /** Only those whose names repeat, by area id. */
    private final Map<String, String> labels = new HashMap<>();

    /**
     * @param areas among which names may repeat
     * @param parentOf the area above one of them; null where there is none
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
     * For lists of areas of some levels of a campaign.
     *
     * @param rootId the area at its top
     * @param areas all that are defined, by area id
     * @param levels of which areas are listed
     */
    public static AreaLabels below(
            String rootId, Map<String, Area> areas, Set<String> levels, Function<Area, String> nameOf) {
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

    /** Its name, with what tells it apart where that is needed. */
    public String of(Area area) {
        String label = labels.get(area.areaId());
        return label == null ? nameOf.apply(area) : label;
    }
}
