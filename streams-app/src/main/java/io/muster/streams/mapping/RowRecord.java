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
        SpecificRecord value = value(change.row(), computedAt);
        if (change.key() instanceof RowKey.OfDay key) {
            return new RowRecord(
                    Topics.DAILY_COUNTS, RecordKeys.day(key.campaignId(), key.areaId(), key.date()), value);
        }
        if (change.key() instanceof RowKey.OfSegment key) {
            String dimension = key.dimension().fieldName();
            return new RowRecord(
                    Topics.SEGMENT_COUNTS,
                    RecordKeys.segment(key.campaignId(), key.areaId(), dimension, key.value()),
                    value);
        }
        if (change.key() instanceof RowKey.OfArea key) {
            return new RowRecord(Topics.AREA_PROGRESS, RecordKeys.area(key.campaignId(), key.areaId()), value);
        }
        if (change.key() instanceof RowKey.OfAlert key) {
            return new RowRecord(
                    Topics.ALERTS,
                    RecordKeys.alert(key.campaignId(), key.areaId(), key.rule().name()),
                    value);
        }
        if (change.key() instanceof RowKey.OfCampaign key) {
            return new RowRecord(Topics.CAMPAIGN_PROGRESS, key.campaignId(), value);
        }
        throw new IllegalArgumentException("no topic for " + change.key());
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
