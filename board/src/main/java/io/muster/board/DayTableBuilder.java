package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The mutable days of one area. Copy-on-write: tables that were already built never change. */
final class DayTableBuilder {

    private static final int MIN_GROWTH = 4;

    private DayColumns columns = DayColumns.NONE;
    private boolean frozen;

    boolean isEmpty() {
        return columns.size == 0;
    }

    /** Sets a day, or removes it if the row is null. */
    void put(LocalDate date, @Nullable Published<DayRow> row) {
        int found = columns.find(date.toEpochDay());
        if (found < 0 && row == null) {
            return;
        }
        DayColumns.Day day = row == null ? null : DayColumns.Day.of(row);
        if (frozen || (found < 0 && columns.isFull())) {
            columns = columns.withCapacity(columns.size + Math.max(MIN_GROWTH, columns.size / 2));
            frozen = false;
        }
        if (day == null) {
            columns.remove(found);
        } else if (found >= 0) {
            columns.set(found, day);
        } else {
            columns.insert(-found - 1, day);
        }
    }

    DayTable freeze(CampaignId campaignId, AreaId areaId) {
        if (!frozen) {
            columns = columns.withCapacity(columns.size);
            frozen = true;
        }
        return new DayTable(campaignId, areaId, columns);
    }
}
