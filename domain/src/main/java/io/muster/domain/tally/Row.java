package io.muster.domain.tally;

/** One published figure set. Two rows are equal when everything that is published of them, but the time, is equal. */
public sealed interface Row permits DayRow, AreaRow, SegmentRow, CampaignRow, AlertRow {

    /** What the row is about. */
    RowKey key();
}
