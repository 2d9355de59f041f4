package io.muster.gateway.area;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which area lies below which, as far as it was told. May be read while it changes. */
public final class AreaTree {

    /** No tree is deeper; one that is has areas that lie below themselves. */
    private static final int DEEPEST = 100;

    private volatile Map<String, Optional<String>> parents = new ConcurrentHashMap<>();

    /** Where an area lies, seen from some others. */
    public enum Place {
        /** It is one of them, or lies below one. */
        WITHIN,
        OUTSIDE,
        /** Nobody has said where it lies. */
        UNKNOWN
    }

    void put(String areaId, @Nullable String parentId) {
        parents.put(areaId, Optional.ofNullable(parentId));
    }

    void remove(String areaId) {
        parents.remove(areaId);
    }

    /** Forgets what it was told, and is the same as the other from now on. */
    void become(AreaTree other) {
        parents = other.parents;
    }

    int size() {
        return parents.size();
    }

    /** Where an area lies, seen from the others. */
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
