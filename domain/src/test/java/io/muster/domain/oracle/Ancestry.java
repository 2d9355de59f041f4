package io.muster.domain.oracle;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path from an area upward.
 *
 * @param path the defined areas, beginning with the area itself
 * @param end why the path ends
 */
record Ancestry(List<AreaId> path, End end) {

    enum End {
        /** The path has reached the requested root. */
        ARRIVED,
        /** The last area of the path has no parent. */
        NO_PARENT,
        /** The next area has no definition. */
        UNDEFINED,
        /** The next area is already on the path. */
        CYCLE
    }

    /** Follows the parents to the end. */
    static Ancestry of(AreaId areaId, Map<AreaId, Area> areas) {
        return walk(areaId, areas, null);
    }

    /** Follows the parents up to the given root. Areas above the root are ignored. */
    static Ancestry upTo(AreaId rootAreaId, AreaId areaId, Map<AreaId, Area> areas) {
        return walk(areaId, areas, rootAreaId);
    }

    boolean arrived() {
        return end == End.ARRIVED;
    }

    private static Ancestry walk(AreaId from, Map<AreaId, Area> areas, @Nullable AreaId goal) {
        List<AreaId> path = new ArrayList<>();
        AreaId areaId = from;
        while (true) {
            Area area = areas.get(areaId);
            if (area == null) {
                return new Ancestry(path, End.UNDEFINED);
            }
            if (path.contains(areaId)) {
                return new Ancestry(path, End.CYCLE);
            }
            path.add(areaId);
            if (areaId.equals(goal)) {
                return new Ancestry(path, End.ARRIVED);
            }
            if (area.parentId() == null) {
                return new Ancestry(path, End.NO_PARENT);
            }
            areaId = area.parentId();
        }
    }
}
