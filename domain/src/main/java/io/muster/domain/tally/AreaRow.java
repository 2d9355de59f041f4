package io.muster.domain.tally;

import io.muster.domain.plan.Pace;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one area stands in a campaign, all below it included. There is a row for every area of the campaign's tree.
 *
 * @param parentId null at the root of the campaign
 * @param enrolled sum over the days of the campaign's period
 * @param withdrawn sum over the days of the campaign's period
 * @param outsidePeriod enrolled on other days
 * @param today enrolled on the as-of day, where it is in the period
 * @param last7Days enrolled on the seven days that end on the as-of day, where they are in the period
 * @param attainmentPercent see {@link io.muster.domain.plan.Attainment}
 * @param completedOn first day whose cumulative count reaches the target
 * @param childrenTarget sum of the targets of the areas directly below, null where none has one
 * @param stock baseline of the area + enrolled
 * @param rankByCount among the areas of the same level
 * @param rankByAttainment among the areas of the same level that have an attainment, by the rounded figure
 * @param lastRecordedAt of any statement about the area or below, winning or not, whatever its day
 * @param pace against the plan
 */
public record AreaRow(
        String campaignId,
        String areaId,
        @Nullable String parentId,
        String level,
        LocalDate asOfDay,
        long enrolled,
        long withdrawn,
        long outsidePeriod,
        long today,
        long last7Days,
        @Nullable Long target,
        @Nullable Double attainmentPercent,
        @Nullable LocalDate completedOn,
        @Nullable Long childrenTarget,
        @Nullable Long stock,
        int rankByCount,
        @Nullable Integer rankByAttainment,
        @Nullable Instant lastRecordedAt,
        Pace pace)
        implements Row {
    @Override
    public RowKey key() {
        return new RowKey.OfArea(campaignId, areaId);
    }

    /** childrenTarget − target, or null where one of them is not known. */
    public @Nullable Long childrenTargetDifference() {
        return childrenTarget == null || target == null ? null : childrenTarget - target;
    }
}
