package io.muster.domain.tally;

import io.muster.domain.plan.Pace;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one area stands in a campaign, all below it included. There is a row for every area of the campaign's tree.
 *
 * @param parentId null at the root of the campaign
 * @param enrolled to date: sum over the days of the campaign's period, the as-of day the last
 * @param withdrawn to date, likewise
 * @param outsidePeriod enrolled on days outside the period
 * @param datedAhead enrolled on days of the period after the as-of day
 * @param today enrolled on the as-of day, where it is in the period
 * @param last7Days enrolled on the seven days that end on the as-of day, where they are in the period
 * @param own of these, those stated for the area itself
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
        long datedAhead,
        long today,
        long last7Days,
        Own own,
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

    /** Those whose winning statement names the area itself, not one below it. Parent = sum of its children + own. */
    public record Own(long enrolled, long today, long last7Days) {

        public static final Own NONE = new Own(0, 0, 0);
    }

    @Override
    public RowKey key() {
        return new RowKey.OfArea(campaignId, areaId);
    }

    /** childrenTarget − target, or null where one of them is not known. */
    public @Nullable Long childrenTargetDifference() {
        return childrenTarget == null || target == null ? null : childrenTarget - target;
    }
}
