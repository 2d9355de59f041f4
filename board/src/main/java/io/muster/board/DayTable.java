package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.DayRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The published days of one area in one campaign. Immutable. */
public final class DayTable {

    private final CampaignId campaignId;
    private final AreaId areaId;
    private final DayColumns columns;

    /** @param columns must not be modified afterwards */
    DayTable(CampaignId campaignId, AreaId areaId, DayColumns columns) {
        this.campaignId = campaignId;
        this.areaId = areaId;
        this.columns = columns;
    }

    /** The row of a day; null if none is published. */
    public @Nullable Published<DayRow> get(LocalDate date) {
        int index = columns.find(date.toEpochDay());
        return index < 0 ? null : at(index);
    }

    /** Enrolled on a day; 0 if no row is published. */
    public long enrolled(LocalDate date) {
        int index = columns.find(date.toEpochDay());
        return index < 0 ? 0 : columns.enrolled[index];
    }

    /** Whether any day is certified. */
    public boolean isCertified() {
        for (int i = 0; i < columns.size; i++) {
            if (columns.certified[i] != DayColumns.NOT_CERTIFIED) {
                return true;
            }
        }
        return false;
    }

    /** All rows, by day. */
    public NavigableMap<LocalDate, Published<DayRow>> all() {
        NavigableMap<LocalDate, Published<DayRow>> all = new TreeMap<>();
        for (int i = 0; i < columns.size; i++) {
            Published<DayRow> day = at(i);
            all.put(day.row().date(), day);
        }
        return all;
    }

    private Published<DayRow> at(int index) {
        return new Published<>(
                new DayRow(
                        campaignId,
                        areaId,
                        LocalDate.ofEpochDay(columns.days[index]),
                        columns.enrolled[index],
                        columns.withdrawn[index],
                        columns.certified(index)),
                Instant.ofEpochMilli(columns.computedAt[index]));
    }
}
