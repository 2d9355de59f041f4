package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.statement.Dimension;

/**
 * Enrolled to date of one segment in one area, including all areas below it. There is a row for every value that any
 * statement about the area or an area below ever named for a day of the campaign's period.
 */
public record SegmentRow(CampaignId campaignId, AreaId areaId, Dimension dimension, String value, long enrolled)
        implements Row {
    @Override
    public RowKey key() {
        return new RowKey.OfSegment(campaignId, areaId, dimension, value);
    }
}
