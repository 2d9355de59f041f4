package io.muster.domain.tree;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import io.muster.domain.reference.AreaTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The area tree of a campaign at any time, reconstructed from the moves in the current definitions. Moves with the same
 * time happen at once. An area that is no longer defined has the parent that the latest move recorded for it, if any.
 */
final class TreeHistory {

    private final Map<AreaId, Area> areas;
    private final AreaId rootAreaId;
    private final Map<AreaId, List<AreaMove>> moves = new HashMap<>();
    private final NavigableMap<Instant, Set<AreaId>> movedAt = new TreeMap<>();
    private final Map<AreaId, AreaId> parentsOfUndefined = new HashMap<>();

    TreeHistory(Map<AreaId, Area> areas, AreaId rootAreaId) {
        this.areas = areas;
        this.rootAreaId = rootAreaId;
        areas.forEach((areaId, area) -> {
            if (!area.moves().isEmpty()) {
                List<AreaMove> inOrder = inOrder(area.moves());
                moves.put(areaId, inOrder);
                inOrder.forEach(move -> movedAt.computeIfAbsent(move.at(), any -> new TreeSet<>())
                        .add(areaId));
            }
        });
        moves.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(AreaMove::at))
                .forEach(this::noteUndefined);
    }

    /**
     * Keeps the order in which the definition lists the moves. If the clock was set back in between, a later move gets
     * the time of the latest one before it.
     */
    private static List<AreaMove> inOrder(List<AreaMove> moves) {
        List<AreaMove> inOrder = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (AreaMove move : moves) {
            latest = move.at().isAfter(latest) ? move.at() : latest;
            inOrder.add(new AreaMove(move.from(), move.to(), latest, move.above()));
        }
        return inOrder;
    }

    private void noteUndefined(AreaMove move) {
        AreaId below = move.from();
        for (AreaId above : move.above()) {
            if (below != null && !areas.containsKey(below)) {
                parentsOfUndefined.put(below, above);
            }
            below = above;
        }
    }

    /** The times of all moves, earliest first. */
    Set<Instant> times() {
        return movedAt.keySet();
    }

    /** The areas whose parent changed at that time. */
    List<AreaId> movedAt(Instant at) {
        return movedAt.getOrDefault(at, Set.of()).stream()
                .filter(areaId -> !Objects.equals(parentBefore(areaId, at), parentSince(areaId, at)))
                .toList();
    }

    /** The parent just before that time. */
    @Nullable
    AreaId parentBefore(AreaId areaId, Instant at) {
        return parent(areaId, at, true);
    }

    /** The parent from that time on. */
    @Nullable
    AreaId parentSince(AreaId areaId, Instant at) {
        return parent(areaId, at, false);
    }

    /**
     * The areas above an area just before that time, up to and including the root of the campaign. Empty if the area
     * did not belong to the campaign.
     */
    Set<AreaId> aboveBefore(AreaId areaId, Instant at) {
        return above(areaId, at, true);
    }

    /** The areas above an area from that time on; otherwise like {@link #aboveBefore}. */
    Set<AreaId> aboveSince(AreaId areaId, Instant at) {
        return above(areaId, at, false);
    }

    private Set<AreaId> above(AreaId areaId, Instant at, boolean before) {
        Set<AreaId> path = AreaTree.of(id -> new AreaTree.Link(parent(id, at, before)))
                .path(areaId, Set.of(rootAreaId))
                .areaIds();
        if (!path.contains(rootAreaId)) {
            return Set.of();
        }
        Set<AreaId> above = new LinkedHashSet<>(path);
        above.remove(areaId);
        return above;
    }

    private @Nullable AreaId parent(AreaId areaId, Instant at, boolean before) {
        Area area = areas.get(areaId);
        if (area == null) {
            return parentsOfUndefined.get(areaId);
        }
        for (AreaMove move : moves.getOrDefault(areaId, List.of())) {
            if (before ? !move.at().isBefore(at) : move.at().isAfter(at)) {
                return move.from();
            }
        }
        return area.parentId();
    }
}
