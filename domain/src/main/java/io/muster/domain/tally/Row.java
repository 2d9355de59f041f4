package io.muster.domain.tally;

/** The content of a record of an output topic, except the time of computation. Only changed rows are published. */
public sealed interface Row permits DayRow, AreaRow, SegmentRow, CampaignRow, AlertRow {

    /** The key that identifies the row. */
    RowKey key();
}
