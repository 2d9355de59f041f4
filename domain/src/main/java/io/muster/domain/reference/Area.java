package io.muster.domain.reference;

import io.muster.domain.AreaId;
import io.muster.domain.Ids;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the area tree.
 *
 * @param parentId the area above; null at a root
 * @param level e.g. province, district, commune; ranks compare areas of the same level
 * @param kind the type of administrative unit: city, district, town, commune, ward
 * @param names by language tag
 * @param baseline participants before the campaigns
 * @param position the position on a tile map
 * @param moves each change of the parent, the earliest first
 */
public record Area(
        AreaId areaId,
        @Nullable AreaId parentId,
        String level,
        String kind,
        Map<String, String> names,
        @Nullable Long baseline,
        @Nullable TilePosition position,
        List<AreaMove> moves) {

    /**
     * A position on a tile map.
     *
     * @param column from 0 at the west
     * @param row from 0 at the north
     */
    public record TilePosition(int column, int row) {}

    /** @throws io.muster.domain.InvalidFieldException if a field is invalid */
    public Area {
        Ids.requireArea("areaId", areaId);
        if (parentId != null) {
            Ids.requireArea("parentId", parentId);
        }
        Ids.require("level", level, Ids.problem(level, "|"));
        Ids.require("kind", kind, Ids.problem(kind, "|"));
        names = Map.copyOf(names);
        Counts.requireNotNegative("baseline", baseline);
        moves = List.copyOf(moves);
    }

    /**
     * An area that never had another parent.
     *
     * @throws io.muster.domain.InvalidFieldException if a field is invalid
     */
    public Area(
            AreaId areaId,
            @Nullable AreaId parentId,
            String level,
            String kind,
            Map<String, String> names,
            @Nullable Long baseline,
            @Nullable TilePosition position) {
        this(areaId, parentId, level, kind, names, baseline, position, List.of());
    }

    /** The same area with these moves. */
    public Area withMoves(List<AreaMove> newMoves) {
        return new Area(areaId, parentId, level, kind, names, baseline, position, newMoves);
    }
}
