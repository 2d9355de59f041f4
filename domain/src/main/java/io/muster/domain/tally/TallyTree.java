package io.muster.domain.tally;

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
 * The areas of one campaign with their tallies: every defined area that reaches the campaign's root by following defined
 * parents.
 */
final class TallyTree {

    /** Where an area that statements name lies. */
    enum Place {
        IN_TREE,
        /** The area, or an area on its path to the root, has no definition. */
        UNKNOWN,
        /** The area is defined, but does not lie below the root. */
        ELSEWHERE
    }

    private final Map<String, Area> areas;
    private final AreaTree definitions;
    private final String rootId;
    private final Map<String, Node> nodes = new HashMap<>();

    TallyTree(Map<String, Area> areas, String rootId) {
        this.areas = areas;
        this.definitions = AreaTree.of(areas);
        this.rootId = rootId;
        for (String areaId : areas.keySet()) {
            if (place(areaId) == Place.IN_TREE) {
                node(areaId);
            }
        }
    }

    /** The node of an area; null if the area is not in the tree. */
    @Nullable
    Node get(String areaId) {
        return nodes.get(areaId);
    }

    Iterable<Node> nodes() {
        return nodes.values();
    }

    Place place(String areaId) {
        AreaTree.Path path = definitions.path(areaId, Set.of(rootId));
        if (path.contains(rootId)) {
            return areas.containsKey(rootId) ? Place.IN_TREE : Place.UNKNOWN;
        }
        return path.end() == End.UNDEFINED ? Place.UNKNOWN : Place.ELSEWHERE;
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

    /** One area of the tree, with the tally of the area and everything below it. */
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
