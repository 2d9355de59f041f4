package io.muster.board;

import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of one area while they change. What it has frozen it does not touch again. */
final class DayLog {

    private static final int LEAST_ROOM = 4;

    private DayColumns columns = DayColumns.NONE;
    private boolean frozen;

    boolean isEmpty() {
        return columns.size == 0;
    }

    /** Sets a day, or removes it where the row is null. */
    void put(LocalDate date, @Nullable Published<DayRow> row) {
        int found = columns.find(date.toEpochDay());
        if (found < 0 && row == null) {
            return;
        }
        DayColumns.Day day = row == null ? null : DayColumns.Day.of(row);
        if (frozen || (found < 0 && columns.isFull())) {
            columns = columns.withRoomFor(columns.size + Math.max(LEAST_ROOM, columns.size / 2));
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

    DayTable freeze(String campaignId, String areaId) {
        if (!frozen) {
            columns = columns.withRoomFor(columns.size);
            frozen = true;
        }
        return new DayTable(campaignId, areaId, columns);
    }
}
