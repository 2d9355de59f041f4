package io.muster.gateway.area;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The parents of all known areas. Thread-safe. */
public final class AreaTree {

    /** Limits the walk up the tree, in case areas form a cycle. */
    private static final int DEEPEST = 100;

    private volatile Map<String, Optional<String>> parents = new ConcurrentHashMap<>();

    /** Place of an area relative to a set of areas. */
    public enum Place {
        /** One of the set, or below one of them. */
        WITHIN,
        OUTSIDE,
        /** The area or one of its ancestors is not known. */
        UNKNOWN
    }

    void put(String areaId, @Nullable String parentId) {
        parents.put(areaId, Optional.ofNullable(parentId));
    }

    void remove(String areaId) {
        parents.remove(areaId);
    }

    /** Replaces the areas by those of another tree, and shares its state from then on. */
    void become(AreaTree other) {
        parents = other.parents;
    }

    int size() {
        return parents.size();
    }

    /** Place of an area relative to the others. */
    public Place place(String areaId, Set<String> others) {
        Map<String, Optional<String>> told = parents;
        String at = areaId;
        for (int steps = 0; steps < DEEPEST; steps++) {
            if (others.contains(at)) {
                return Place.WITHIN;
            }
            Optional<String> parent = told.get(at);
            if (parent == null) {
                return Place.UNKNOWN;
            }
            if (parent.isEmpty()) {
                return Place.OUTSIDE;
            }
            at = parent.get();
        }
        return Place.OUTSIDE;
    }
}
