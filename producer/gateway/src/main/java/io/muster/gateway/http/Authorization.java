package io.muster.gateway.http;

import io.muster.domain.AreaId;
import io.muster.domain.statement.Statement;
import io.muster.gateway.auth.AreaLocations;
import io.muster.gateway.auth.KeyEntry;
import io.muster.gateway.body.RecordProblem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks whether a key is valid for the source and area of a statement. */
final class Authorization {

    private final AreaLocations areas;

    Authorization(AreaLocations areas) {
        this.areas = areas;
    }

    /** The reason why the key is not valid for the statement, or null. */
    @Nullable
    RecordProblem problem(KeyEntry key, Statement statement) {
        if (!key.allowsSource(statement.source())) {
            return new RecordProblem(
                    "source",
                    "is outside the scope of this key",
                    "write one of " + String.join(", ", key.sources()) + ", or use another key");
        }
        if (key.allowsEveryArea()) {
            return null;
        }
        String bound = key.areas().stream().map(AreaId::value).collect(Collectors.joining(", "));
        return switch (areas.place(statement.areaId(), key.areas())) {
            case WITHIN -> null;
            case OUTSIDE ->
                new RecordProblem("areaId", "is outside the scope of this key", "write " + bound + " or an area below");
            case UNKNOWN ->
                new RecordProblem(
                        "areaId",
                        "is unknown, so it cannot be checked against " + bound,
                        "correct it, or have the area published with muster apply, and send it again");
        };
    }
}
