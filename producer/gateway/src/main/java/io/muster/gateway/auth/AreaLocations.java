package io.muster.gateway.auth;

import io.muster.domain.AreaId;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.AreaTree.End;
import io.muster.domain.reference.AreaTree.Link;
import io.muster.domain.reference.AreaTree.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The parent of each area, as defined in {@code muster.areas}. Safe to read while another thread updates it. */
public final class AreaLocations {

    private volatile Map<AreaId, Link> parents = new ConcurrentHashMap<>();

    /** Where an area lies relative to some others. */
    public enum Place {
        /** The area is one of them, or lies below one. */
        WITHIN,
        OUTSIDE,
        /** The area, or an area above it, has no definition. */
        UNKNOWN
    }

    void put(AreaId areaId, @Nullable AreaId parentId) {
        parents.put(areaId, new Link(parentId));
    }

    void remove(AreaId areaId) {
        parents.remove(areaId);
    }

    /** Replaces all definitions by those of another instance. */
    void become(AreaLocations other) {
        parents = other.parents;
    }

    int size() {
        return parents.size();
    }

    /** Where an area lies relative to the others. */
    public Place place(AreaId areaId, Set<AreaId> others) {
        Map<AreaId, Link> snapshot = parents;
        Path path = AreaTree.of(snapshot::get).path(areaId, others);
        if (path.areaIds().stream().anyMatch(others::contains)) {
            return Place.WITHIN;
        }
        return path.end() == End.UNDEFINED ? Place.UNKNOWN : Place.OUTSIDE;
    }
}
