package io.muster.client;

import io.muster.domain.reference.Area;
import io.muster.schema.TilePosition;

/** An area as it travels; its id is the record's key. */
final class AreaMapper {

    private AreaMapper() {}

    static io.muster.schema.Area toAvro(Area area) {
        Area.TilePosition position = area.position();
        return new io.muster.schema.Area(
                area.parentId(),
                area.level(),
                area.kind(),
                area.names(),
                area.baseline(),
                position == null ? null : new TilePosition(position.column(), position.row()));
    }
}
