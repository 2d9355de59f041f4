package io.muster.domain.reference;

import io.muster.domain.Ids;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of areas.
 *
 * @param parentId the area above; null at a root
 * @param level e.g. province, district, commune; ranks compare areas of the same level
 * @param kind what it is called: city, district, town, commune, ward
 * @param names by language tag
 * @param baseline participants before the campaigns
 * @param position where it stands on a tile map
 * @param moves each time that it got another parent, the first one first
 */
public record Area(
        String areaId,
        @Nullable String parentId,
        String level,
        String kind,
        Map<String, String> names,
        @Nullable Long baseline,
        @Nullable TilePosition position,
        List<AreaMove> moves) {

    /**
     * @param column from 0 at the west
     * @param row from 0 at the north
     */
    public record TilePosition(int column, int row) {}

    /** @throws io.muster.domain.InvalidFieldException if a field has a value it cannot have */
    public Area {
        Ids.require("areaId", areaId, Ids.areaProblem(areaId));
        if (parentId != null) {
            Ids.require("parentId", parentId, Ids.areaProblem(parentId));
        }
        Ids.require("level", level, Ids.problem(level, "|"));
        Ids.require("kind", kind, Ids.problem(kind, "|"));
        names = Map.copyOf(names);
        Counts.requireNotNegative("baseline", baseline);
        moves = List.copyOf(moves);
    }

    /**
     * An area that has had no other parent.
     *
     * @throws io.muster.domain.InvalidFieldException if a field has a value it cannot have
     */
    public Area(
            String areaId,
            @Nullable String parentId,
            String level,
            String kind,
            Map<String, String> names,
            @Nullable Long baseline,
            @Nullable TilePosition position) {
        this(areaId, parentId, level, kind, names, baseline, position, List.of());
    }

    /** The same with these moves. */
    public Area withMoves(List<AreaMove> its) {
        return new Area(areaId, parentId, level, kind, names, baseline, position, its);
    }
}
