package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Dimension;
import io.muster.schema.SegmentCount;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the current rows of the compacted topics. */
public final class LatestRows {

    private LatestRows() {}

    /** Access to compacted topics. */
    public interface Latest {

        /** The latest value of every key, without tombstones. */
        <V> SortedMap<String, V> latest(Topic<V> topic);
    }

    /**
     * The rows by record key.
     *
     * @throws AssertionError if a record is inconsistent, such as a difference that does not match its figures
     */
    public static Rows of(Latest outputs) {
        return new Rows(
                rows(
                        outputs.latest(Topics.DAILY_COUNTS),
                        day -> RowMapping.fromAvro(
                                new CampaignId(day.getCampaignId()), new AreaId(day.getAreaId()), day.getDate(), day),
                        (row, day) -> RowMapping.toAvro(row, day.getComputedAt())),
                rows(
                        outputs.latest(Topics.AREA_PROGRESS),
                        area -> RowMapping.fromAvro(
                                new CampaignId(area.getCampaignId()), new AreaId(area.getAreaId()), area),
                        (row, area) -> RowMapping.toAvro(row, area.getComputedAt())),
                rows(
                        outputs.latest(Topics.SEGMENT_COUNTS),
                        segment -> RowMapping.fromAvro(
                                new CampaignId(segment.getCampaignId()),
                                new AreaId(segment.getAreaId()),
                                dimension(segment),
                                segment.getValue(),
                                segment),
                        (row, segment) -> RowMapping.toAvro(row, segment.getComputedAt())),
                rows(
                        outputs.latest(Topics.CAMPAIGN_PROGRESS),
                        campaign -> RowMapping.fromAvro(new CampaignId(campaign.getCampaignId()), campaign),
                        (row, campaign) -> RowMapping.toAvro(row, campaign.getComputedAt())),
                rows(
                        outputs.latest(Topics.ALERTS),
                        alert -> RowMapping.fromAvro(
                                new CampaignId(alert.getCampaignId()),
                                new AreaId(alert.getAreaId()),
                                AlertRule.valueOf(alert.getRule().name()),
                                alert),
                        (row, alert) -> RowMapping.toAvro(row, alert.getComputedAt())));
    }

    private static <V, R> SortedMap<String, R> rows(
            Map<String, V> records, Function<V, R> row, BiFunction<R, V, V> recordAgain) {
        SortedMap<String, R> rows = new TreeMap<>();
        records.forEach((key, record) -> {
            R found = row.apply(record);
            assertThat(recordAgain.apply(found, record)).isEqualTo(record);
            rows.put(key, found);
        });
        return rows;
    }

    private static Dimension dimension(SegmentCount segment) {
        return Stream.of(Dimension.values())
                .filter(one -> one.fieldName().equals(segment.getDimension()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such dimension: " + segment));
    }
}
