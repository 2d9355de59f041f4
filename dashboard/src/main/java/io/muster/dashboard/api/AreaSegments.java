package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.board.AreaView;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.plan.TwoDecimals;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.SegmentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enrolled participants of an area by segment. */
public record AreaSegments(
        CampaignId campaignId, AreaId areaId, LocalDate asOfDay, Instant computedAt, List<OfDimension> dimensions) {

    private static final Comparator<SegmentRow> BIGGEST_FIRST =
            Comparator.comparingLong(SegmentRow::enrolled).reversed().thenComparing(SegmentRow::value);

    /** @param dimension gender, ageBand, occupation or incomeBand */
    public record OfDimension(String dimension, List<Segment> values) {}

    /** @param percent share of all participants with any value, rounded to two decimals; null if there are none */
    public record Segment(
            String value, long enrolled, @Nullable Double percent) {}

    /** A segment as a table row. */
    public record Line(String dimension, @JsonUnwrapped Segment segment) {}

    static List<OfDimension> of(AreaView area) {
        return List.of(Dimension.values()).stream()
                .map(dimension -> of(dimension, area.segments().getOrDefault(dimension, Map.of())))
                .toList();
    }

    private static OfDimension of(Dimension dimension, Map<String, Published<SegmentRow>> rows) {
        long all = rows.values().stream().mapToLong(row -> row.row().enrolled()).sum();
        return new OfDimension(
                dimension.fieldName(),
                rows.values().stream()
                        .map(Published::row)
                        .sorted(BIGGEST_FIRST)
                        .map(row -> new Segment(row.value(), row.enrolled(), percent(row.enrolled(), all)))
                        .toList());
    }

    private static @Nullable Double percent(long part, long all) {
        return all == 0 ? null : (Double) TwoDecimals.percent(part, all).doubleValue();
    }
}
