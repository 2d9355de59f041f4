package io.muster.gateway.http;

import io.muster.domain.statement.Statement;
import io.muster.gateway.area.AreaLocations;
import io.muster.gateway.auth.KeyEntry;
import io.muster.gateway.body.Flaw;
import org.jspecify.annotations.Nullable;

/** For which sources and areas the holder of a key may speak. */
final class Rights {

    private final AreaLocations areas;

    Rights(AreaLocations areas) {
        this.areas = areas;
    }

    /** Why the holder may not state this, or null. */
    @Nullable
    Flaw flaw(KeyEntry key, Statement statement) {
        if (!key.maySpeakFor(statement.source())) {
            return new Flaw(
                    "source",
                    "is none that this key may speak for",
                    "write one of " + String.join(", ", key.sources()) + ", or use another key");
        }
        if (key.isForEveryArea()) {
            return null;
        }
        String bound = String.join(", ", key.areas());
        return switch (areas.place(statement.areaId(), key.areas())) {
            case WITHIN -> null;
            case OUTSIDE ->
                new Flaw("areaId", "is none that this key may speak for", "write " + bound + " or an area below");
            case UNKNOWN ->
                new Flaw(
                        "areaId",
                        "is not known, so nobody can tell whether it lies below " + bound,
                        "correct it, or have the area published with muster apply, and send it again");
        };
    }
}
