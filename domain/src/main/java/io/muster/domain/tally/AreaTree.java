package io.muster.domain.tally;

import io.muster.domain.reference.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The areas of one campaign: those that reach its root by following their parents, all of them defined. Built from whatever is
 * known; areas may be missing or run in a circle.
 */
final class AreaTree {

    /** Where a stated area stands. */
    enum Place {
        IN_TREE,
        /** It, or an area on its way to the root, has no definition. */
        UNKNOWN,
        /** It is defined, but does not reach the root. */
        ELSEWHERE
    }

    private final Map<String, Area> areas;
    private final String rootId;
    private final Map<String, Node> nodes = new HashMap<>();

    AreaTree(Map<String, Area> areas, String rootId) {
        this.areas = areas;
        this.rootId = rootId;
        for (String areaId : areas.keySet()) {
            if (place(areaId) == Place.IN_TREE) {
                node(areaId);
            }
        }
    }

    /** The root, or null while it is not defined. */
    @Nullable
    Node root() {
        return nodes.get(rootId);
    }

    /** The node of an area, or null where it is not in the tree. */
    @Nullable
    Node get(String areaId) {
        return nodes.get(areaId);
    }

    Iterable<Node> nodes() {
        return nodes.values();
    }

    Place place(String areaId) {
        Set<String> seen = new HashSet<>();
        String at = areaId;
        while (at != null && seen.add(at)) {
            Area area = areas.get(at);
            if (area == null) {
                return Place.UNKNOWN;
            }
            if (at.equals(rootId)) {
                return Place.IN_TREE;
            }
            at = area.parentId();
        }
        return Place.ELSEWHERE;
    }

    /** The node of an area that is known to be in the tree. */
    private Node node(String areaId) {
        Node node = nodes.get(areaId);
        if (node == null) {
            Area area = areas.get(areaId);
            if (area == null) {
                throw new IllegalStateException(areaId + " is not defined");
            }
            String parentId = area.parentId();
            Node parent = areaId.equals(rootId) || parentId == null ? null : node(parentId);
            node = new Node(area, parent);
            nodes.put(areaId, node);
            if (parent != null) {
                parent.children.add(node);
            }
        }
        return node;
    }

    /** One area in the tree, with what was counted in it and below it. */
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
