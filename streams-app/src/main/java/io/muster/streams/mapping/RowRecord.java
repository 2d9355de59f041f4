package io.muster.streams.mapping;

import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.Row;
import io.muster.domain.tally.RowKey;
import io.muster.domain.tally.SegmentRow;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A changed row as a record of an output topic.
 *
 * @param value null, a tombstone, if the row was removed
 */
public record RowRecord(
        Topic<?> topic, String key, @Nullable SpecificRecord value) {

    public static RowRecord of(Change change, Instant computedAt) {
        return new RowRecord(topic(change.key()), RecordKeys.row(change.key()), value(change.row(), computedAt));
    }

    private static Topic<?> topic(RowKey key) {
        if (key instanceof RowKey.OfDay) {
            return Topics.DAILY_COUNTS;
        }
        if (key instanceof RowKey.OfSegment) {
            return Topics.SEGMENT_COUNTS;
        }
        if (key instanceof RowKey.OfArea) {
            return Topics.AREA_PROGRESS;
        }
        if (key instanceof RowKey.OfAlert) {
            return Topics.ALERTS;
        }
        return Topics.CAMPAIGN_PROGRESS;
    }

    private static @Nullable SpecificRecord value(@Nullable Row row, Instant computedAt) {
        if (row instanceof DayRow day) {
            return RowMapping.toAvro(day, computedAt);
        }
        if (row instanceof SegmentRow segment) {
            return RowMapping.toAvro(segment, computedAt);
        }
        if (row instanceof AreaRow area) {
            return RowMapping.toAvro(area, computedAt);
        }
        if (row instanceof AlertRow alert) {
            return RowMapping.toAvro(alert, computedAt);
        }
        if (row instanceof CampaignRow campaign) {
            return RowMapping.toAvro(campaign, computedAt);
        }
        return null;
    }
}
