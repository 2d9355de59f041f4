package io.muster.board;

import static java.util.Collections.unmodifiableMap;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mutable state of one area in one campaign. A snapshot is reused until the state changes. */
final class AreaState {

    final AreaId id;
    private final CampaignId campaignId;
    private @Nullable Published<AreaRow> progress;
    private final DayTableBuilder days = new DayTableBuilder();
    private final Map<Dimension, Map<String, Published<SegmentRow>>> segments = new EnumMap<>(Dimension.class);
    private final Map<AlertRule, Published<AlertRow>> alerts = new EnumMap<>(AlertRule.class);
    private final PositionTracker changedBy = new PositionTracker();
    private @Nullable AreaView frozen;

    AreaState(CampaignId campaignId, AreaId id) {
        this.campaignId = campaignId;
        this.id = id;
    }

    void progress(@Nullable Published<AreaRow> row) {
        progress = row;
        frozen = null;
    }

    void day(LocalDate date, @Nullable Published<DayRow> row) {
        days.put(date, row);
        frozen = null;
    }

    void segment(Dimension dimension, String value, @Nullable Published<SegmentRow> row) {
        Map<String, Published<SegmentRow>> values = segments.computeIfAbsent(dimension, any -> new HashMap<>());
        Maps.putOrRemove(values, value, row);
        if (values.isEmpty()) {
            segments.remove(dimension);
        }
        frozen = null;
    }

    void alert(AlertRule rule, @Nullable Published<AlertRow> row) {
        Maps.putOrRemove(alerts, rule, row);
        frozen = null;
    }

    /** Records the position of the record that changed this area. */
    void changedBy(PositionTracker.Source topic, RecordLocation location) {
        changedBy.note(topic, location);
        frozen = null;
    }

    boolean isEmpty() {
        return progress == null && days.isEmpty() && segments.isEmpty() && alerts.isEmpty();
    }

    AreaView freeze() {
        if (frozen == null) {
            Map<Dimension, Map<String, Published<SegmentRow>>> segmentsNow = new EnumMap<>(Dimension.class);
            segments.forEach((dimension, values) -> segmentsNow.put(dimension, Map.copyOf(values)));
            frozen = new AreaView(
                    progress,
                    days.freeze(campaignId, id),
                    unmodifiableMap(segmentsNow),
                    Map.copyOf(alerts),
                    changedBy.freeze());
        }
        return frozen;
    }
}
