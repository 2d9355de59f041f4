package io.muster.domain.reference;

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
public record AreaMove(@Nullable String from, @Nullable String to, Instant at, List<String> above) {

    /** @throws io.muster.domain.InvalidFieldException if a field is invalid */
    public AreaMove {
        if (from != null) {
            Ids.require("moves.from", from, Ids.areaProblem(from));
        }
        if (to != null) {
            Ids.require("moves.to", to, Ids.areaProblem(to));
        }
        above = List.copyOf(above);
        above.forEach(areaId -> Ids.require("moves.above", areaId, Ids.areaProblem(areaId)));
    }
}
