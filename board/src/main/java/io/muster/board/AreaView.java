package io.muster.board;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What is published about one area in one campaign. Immutable.
 *
 * @param progress null until its row has come
 * @param segments by dimension, then value
 * @param alerts by rule
 * @param changedBy the last records of progress, days and alerts that made it what it is
 */
public record AreaView(
        @Nullable Published<AreaRow> progress,
        DayTable dayTable,
        Map<Dimension, Map<String, Published<SegmentRow>>> segments,
        Map<AlertRule, Published<AlertRow>> alerts,
        Position changedBy) {

    /** By day. */
    public NavigableMap<LocalDate, Published<DayRow>> days() {
        return dayTable.all();
    }

    /** Whether its progress, its days or its alerts changed since. */
    public boolean isChangedSince(Position earlier) {
        return !changedBy.isWithin(earlier);
    }
}
