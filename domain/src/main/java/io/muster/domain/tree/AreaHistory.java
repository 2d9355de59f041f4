package io.muster.domain.tree;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the history of areas whose definitions are published anew. */
public final class AreaHistory {

    private AreaHistory() {}

    /**
     * Definitions with the moves of those that they replace. Where the parent differs, one more move is added.
     *
     * @param published those that are published now, by area id
     * @param at when the new ones are published
     */
    public static List<Area> continued(List<Area> definitions, Map<String, Area> published, Instant at) {
        return definitions.stream()
                .map(area -> continued(area, published.get(area.areaId()), published, at))
                .toList();
    }

    private static Area continued(Area area, @Nullable Area before, Map<String, Area> published, Instant at) {
        if (before == null) {
            return area;
        }
        List<AreaMove> moves = new ArrayList<>(before.moves());
        String from = before.parentId();
        if (!Objects.equals(from, area.parentId())) {
            moves.add(new AreaMove(from, area.parentId(), at, above(from, published)));
        }
        return area.withMoves(moves);
    }

    /** The areas above one, the nearest first; each once, where they run in a circle. */
    private static List<String> above(@Nullable String areaId, Map<String, Area> areas) {
        Set<String> above = new LinkedHashSet<>();
        Area area = areaId == null ? null : areas.get(areaId);
        while (area != null && area.parentId() != null && above.add(area.parentId())) {
            area = areas.get(area.parentId());
        }
        return List.copyOf(above);
    }
}
