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

    private final Map<String, Optional<String>> parents = new ConcurrentHashMap<>();

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

    int size() {
        return parents.size();
    }

    /** Where an area lies, seen from the others. */
    public Place place(String areaId, Set<String> others) {
        String at = areaId;
        for (int steps = 0; steps < DEEPEST; steps++) {
            if (others.contains(at)) {
                return Place.WITHIN;
            }
            Optional<String> parent = parents.get(at);
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
