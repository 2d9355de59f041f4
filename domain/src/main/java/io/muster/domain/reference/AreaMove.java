package io.muster.domain.reference;

import io.muster.domain.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area got another parent.
 *
 * @param from the area above before; null at a root
 * @param to the area above since; null at a root
 * @param at when the change was published
 * @param above the areas that were above {@code from} then, the nearest first, up to the root; empty where they are not known
 */
public record AreaMove(@Nullable String from, @Nullable String to, Instant at, List<String> above) {

    /** @throws io.muster.domain.InvalidFieldException if a field has a value it cannot have */
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
