package io.muster.domain.reference;

import io.muster.domain.AreaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The area tree, as given by the definitions of its areas. Definitions arrive in any order, so a parent may be
 * undefined and parents may form a cycle. Every walk ends in both cases.
 */
public final class AreaTree {

    /** Looks up the parent of an area. */
    @FunctionalInterface
    public interface Parents {

        /** The definition of an area; null if the area is not defined. */
        @Nullable
        Link of(AreaId areaId);
    }

    /**
     * The parent that the definition of an area names.
     *
     * @param parentId null at a root
     */
    public record Link(@Nullable AreaId parentId) {}

    /** Where a path up the tree ends. */
    public enum End {
        /** At the area that was looked for, or at an area without a parent. */
        TOP,
        /** At an area without a definition. It is the last of the path. */
        UNDEFINED,
        /** At an area whose parent is already on the path. */
        CYCLE
    }

    /**
     * An area and the areas above it, the area first.
     *
     * @param cycleFrom if the path ends in a cycle, the area at which the cycle closes; else null
     */
    public record Path(
            Set<AreaId> areaIds, End end, @Nullable AreaId cycleFrom) {

        /** Whether the path passes through an area. */
        public boolean contains(AreaId areaId) {
            return areaIds.contains(areaId);
        }
    }

    private final Parents parents;

    private AreaTree(Parents parents) {
        this.parents = parents;
    }

    /** The tree of these definitions, by area id. Reflects later changes of the map. */
    public static AreaTree of(Map<AreaId, Area> areas) {
        return new AreaTree(areaId -> {
            Area area = areas.get(areaId);
            return area == null ? null : new Link(area.parentId());
        });
    }

    /** The tree of these links. */
    public static AreaTree of(Parents parents) {
        return new AreaTree(parents);
    }

    /** The path from an area up to a root. */
    public Path path(AreaId areaId) {
        return path(areaId, Set.of());
    }

    /**
     * The path from an area up to the first of some areas, or to a root if it passes none of them.
     *
     * @param tops where the path ends, even if such an area has a parent or no definition
     */
    public Path path(AreaId areaId, Set<AreaId> tops) {
        Set<AreaId> path = new LinkedHashSet<>();
        AreaId at = areaId;
        while (path.add(at)) {
            if (tops.contains(at)) {
                return new Path(path, End.TOP, null);
            }
            Link link = parents.of(at);
            if (link == null) {
                return new Path(path, End.UNDEFINED, null);
            }
            AreaId parentId = link.parentId();
            if (parentId == null) {
                return new Path(path, End.TOP, null);
            }
            at = parentId;
        }
        return new Path(path, End.CYCLE, at);
    }

    /** Whether an area is the other one, or lies below it. */
    public boolean isWithin(AreaId areaId, AreaId ancestorId) {
        return path(areaId, Set.of(ancestorId)).contains(ancestorId);
    }

    /** The areas directly below each area that has any, by area id. Siblings are in the order of their ids. */
    public static Map<AreaId, List<Area>> children(Iterable<Area> areas) {
        Map<AreaId, List<Area>> children = new HashMap<>();
        for (Area area : areas) {
            if (area.parentId() != null) {
                children.computeIfAbsent(area.parentId(), parent -> new ArrayList<>())
                        .add(area);
            }
        }
        children.values().forEach(siblings -> siblings.sort(Comparator.comparing(Area::areaId)));
        return children;
    }

    /**
     * The ids of an area and of all areas below it.
     *
     * @param children see {@link #children(Iterable)}
     */
    public static Set<AreaId> subtree(AreaId areaId, Map<AreaId, List<Area>> children) {
        Set<AreaId> found = new LinkedHashSet<>();
        Deque<AreaId> open = new ArrayDeque<>(List.of(areaId));
        while (!open.isEmpty()) {
            AreaId next = open.pop();
            if (found.add(next)) {
                children.getOrDefault(next, List.of()).forEach(child -> open.add(child.areaId()));
            }
        }
        return found;
    }
}
