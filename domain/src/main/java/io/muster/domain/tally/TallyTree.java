package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.AreaTree.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The area tree of one campaign, with a tally for each area. An area belongs to the tree if its path leads to the
 * campaign's root and all areas on the path are defined.
 */
final class TallyTree {

    /** The place of a stated area relative to the tree. */
    enum Place {
        IN_TREE,
        /** The area, or an area on its path to the root, has no definition. */
        UNKNOWN,
        /** The area is defined, but is not below the root. */
        ELSEWHERE
    }

    /** An id that no area has, because ids are not blank. */
    static final AreaId NO_AREA = new AreaId("");

    private final Map<AreaId, Area> areas;
    private final AreaTree definitions;
    private final AreaId rootId;
    private final Map<AreaId, Node> nodes = new HashMap<>();

    TallyTree(Map<AreaId, Area> areas, AreaId rootId) {
        this.areas = areas;
        this.definitions = AreaTree.of(areas);
        this.rootId = rootId;
        for (AreaId areaId : areas.keySet()) {
            if (place(areaId) == Place.IN_TREE) {
                node(areaId);
            }
        }
    }

    /** The node of an area; null if the area is not in the tree. */
    @Nullable
    Node get(AreaId areaId) {
        return nodes.get(areaId);
    }

    Iterable<Node> nodes() {
        return nodes.values();
    }

    Place place(AreaId areaId) {
        AreaTree.Path path = definitions.path(areaId, Set.of(rootId));
        if (path.contains(rootId)) {
            return areas.containsKey(rootId) ? Place.IN_TREE : Place.UNKNOWN;
        }
        return path.end() == End.UNDEFINED ? Place.UNKNOWN : Place.ELSEWHERE;
    }

    /** The node of an area of the tree. Creates the node, and the nodes above it, if they are missing. */
    private Node node(AreaId areaId) {
        Node node = nodes.get(areaId);
        if (node == null) {
            Area area = areas.get(areaId);
            if (area == null) {
                throw new IllegalStateException(areaId + " is not defined");
            }
            AreaId parentId = area.parentId();
            Node parent = areaId.equals(rootId) || parentId == null ? null : node(parentId);
            node = new Node(area, parent);
            nodes.put(areaId, node);
            if (parent != null) {
                parent.children.add(node);
            }
        }
        return node;
    }

    /** One area of the tree, with the tally of the area and all areas below it. */
    static final class Node {
        private final Area area;
        private final @Nullable Node parent;
        private final int depth;
        private final List<Node> children = new ArrayList<>();
        private final AreaTally tally = new AreaTally();

        Node(Area area, @Nullable Node parent) {
            this.area = area;
            this.parent = parent;
            this.depth = parent == null ? 0 : parent.depth + 1;
        }

        Area area() {
            return area;
        }

        /** Null at the root of the campaign. */
        @Nullable
        Node parent() {
            return parent;
        }

        /** 0 at the root. */
        int depth() {
            return depth;
        }

        List<Node> children() {
            return children;
        }

        AreaTally tally() {
            return tally;
        }
    }
}
