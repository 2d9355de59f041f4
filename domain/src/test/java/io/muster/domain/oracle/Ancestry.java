package io.muster.domain.oracle;

import io.muster.domain.reference.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way from an area upward.
 *
 * @param path the defined areas on the way, the area itself first
 * @param end why it goes no further
 */
record Ancestry(List<String> path, End end) {

    enum End {
        /** The last area of the path is the one that was looked for. */
        ARRIVED,
        /** The last area of the path has no parent. */
        NO_PARENT,
        /** The next area has no definition. */
        UNDEFINED,
        /** The next area is on the path already. */
        CIRCLE
    }

    /** As far as it goes. */
    static Ancestry of(String areaId, Map<String, Area> areas) {
        return walk(areaId, areas, null);
    }

    /** As far as an area; what is above that does not matter. */
    static Ancestry upTo(String rootAreaId, String areaId, Map<String, Area> areas) {
        return walk(areaId, areas, rootAreaId);
    }

    boolean arrived() {
        return end == End.ARRIVED;
    }

    private static Ancestry walk(String from, Map<String, Area> areas, @Nullable String goal) {
        List<String> path = new ArrayList<>();
        String areaId = from;
        while (true) {
            Area area = areas.get(areaId);
            if (area == null) {
                return new Ancestry(path, End.UNDEFINED);
            }
            if (path.contains(areaId)) {
                return new Ancestry(path, End.CIRCLE);
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
