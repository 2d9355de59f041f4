package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one local day in one area, including all areas below it. There is a row for every day that any
 * statement about the area or an area below ever named, and for every certified day.
 *
 * @param enrolled participants whose winning statement is ENROLLED with this day
 * @param withdrawn participants whose winning statement is WITHDRAWN with this day
 * @param certified the count that was signed off for this day; null if there is none
 */
public record DayRow(
        CampaignId campaignId,
        AreaId areaId,
        LocalDate date,
        long enrolled,
        long withdrawn,
        @Nullable Long certified) implements Row {
    @Override
    public RowKey key() {
        return new RowKey.OfDay(campaignId, areaId, date);
    }

    /** enrolled − certified; null while the day is not certified. */
    public @Nullable Long adjustment() {
        return certified == null ? null : enrolled - certified;
    }
}
