package io.muster.dashboard.api;

import io.muster.domain.AreaId;
import io.muster.domain.tally.AreaRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts stated for an area itself, not for an area below it. Listed next to other areas so that the list adds up.
 *
 * @param own always true; distinguishes these rows from areas in CSV
 */
public record OwnFigures(
        AreaId areaId,
        Map<String, String> names,
        @Nullable AreaId parentId,
        String level,
        long enrolled,
        long today,
        long last7Days,
        boolean own) {

    static OwnFigures of(AreaRow row, Map<String, String> names) {
        return new OwnFigures(
                row.areaId(),
                names,
                row.parentId(),
                row.level(),
                row.own().enrolled(),
                row.own().today(),
                row.own().last7Days(),
                true);
    }
}
