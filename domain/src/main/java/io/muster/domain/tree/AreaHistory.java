package io.muster.domain.tree;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import io.muster.domain.reference.AreaTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries the moves of areas over to new definitions. */
public final class AreaHistory {

    private AreaHistory() {}

    /**
     * The new definitions with the moves of the definitions that they replace. If the parent differs, a move is added.
     *
     * @param published the definitions that are published now, by area id
     * @param at when the new definitions are published
     */
    public static List<Area> continued(List<Area> definitions, Map<AreaId, Area> published, Instant at) {
        return definitions.stream()
                .map(area -> continued(area, published.get(area.areaId()), published, at))
                .toList();
    }

    private static Area continued(Area area, @Nullable Area before, Map<AreaId, Area> published, Instant at) {
        if (before == null) {
            return area;
        }
        List<AreaMove> moves = new ArrayList<>(before.moves());
        AreaId from = before.parentId();
        if (!Objects.equals(from, area.parentId())) {
            moves.add(new AreaMove(from, area.parentId(), at, above(from, published)));
        }
        return area.withMoves(moves);
    }

    /** The areas above an area, nearest first. */
    private static List<AreaId> above(@Nullable AreaId areaId, Map<AreaId, Area> areas) {
        return areaId == null
                ? List.of()
                : AreaTree.of(areas).path(areaId).areaIds().stream().skip(1).toList();
    }
}
