package io.muster.dashboard.api;

import io.muster.domain.tally.AreaRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was stated for an area itself, and for none below it: an entry beside those of a list, so that it adds up.
 *
 * @param own always true: this is no area of the list
 */
public record OwnFigures(
        String areaId,
        Map<String, String> names,
        @Nullable String parentId,
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
