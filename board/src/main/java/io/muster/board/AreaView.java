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
 * Immutable snapshot of what is published about one area in one campaign.
 *
 * @param progress null until its row is read
 * @param segments by dimension, then value
 * @param alerts by rule
 * @param changedBy position of the last progress, day, segment and alert records of this area
 */
public record AreaView(
        @Nullable Published<AreaRow> progress,
        DayTable dayTable,
        Map<Dimension, Map<String, Published<SegmentRow>>> segments,
        Map<AlertRule, Published<AlertRow>> alerts,
        ReadPosition changedBy) {

    /** All published days, by date. */
    public NavigableMap<LocalDate, Published<DayRow>> days() {
        return dayTable.all();
    }

    /** Whether a record after that position changed this area. */
    public boolean isChangedSince(ReadPosition earlier) {
        return !changedBy.isWithin(earlier);
    }
}
