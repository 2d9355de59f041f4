package io.muster.domain.reference;

import io.muster.domain.AreaId;
import io.muster.domain.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the parent of an area.
 *
 * @param from the parent before; null if the area was a root
 * @param to the parent since; null if the area is a root
 * @param at when the change was published
 * @param above the areas that were above {@code from} at that time, the nearest first, up to the root; empty if unknown
 */
public record AreaMove(@Nullable AreaId from, @Nullable AreaId to, Instant at, List<AreaId> above) {

    /** @throws io.muster.domain.InvalidFieldException if a field is invalid */
    public AreaMove {
        if (from != null) {
            Ids.requireArea("moves.from", from);
        }
        if (to != null) {
            Ids.requireArea("moves.to", to);
        }
        above = List.copyOf(above);
        above.forEach(areaId -> Ids.requireArea("moves.above", areaId));
    }
}
