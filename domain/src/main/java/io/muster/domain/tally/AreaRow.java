package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.plan.Pace;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one area in a campaign, including all areas below it. Every area of the campaign's tree has a row.
 *
 * @param asOfDay the day for which the progress is computed
 * @param stock baseline of the area + enrolled; null without a baseline
 * @param lastRecordedAt the latest {@code recordedAt} of any statement about the area or an area below, winning or not,
 *     for any day
 * @param pace progress against the plan
 */
public record AreaRow(
        Placement placement,
        LocalDate asOfDay,
        Counts counts,
        Goal goal,
        @Nullable Long stock,
        Ranks ranks,
        @Nullable Instant lastRecordedAt,
        Pace pace)
        implements Row {

    /**
     * The area, and its place in the area tree of the campaign.
     *
     * @param parentId null at the root of the campaign
     */
    public record Placement(
            CampaignId campaignId, AreaId areaId, @Nullable AreaId parentId, String level) {}

    /**
     * The counts of the area.
     *
     * @param enrolled to date: sum over the days of the campaign's period through the as-of day
     * @param withdrawn to date, over the same days
     * @param outsidePeriod enrolled on days outside the period
     * @param datedAhead enrolled on days of the period after the as-of day
     * @param today enrolled on the as-of day, if it is in the period
     * @param last7Days enrolled on those of the seven days ending on the as-of day that are in the period
     * @param own the part of these counts whose statements name the area itself
     */
    public record Counts(
            long enrolled, long withdrawn, long outsidePeriod, long datedAhead, long today, long last7Days, Own own) {}

    /** Counts of statements that name the area itself. An area's counts = sum of its children + own. */
    public record Own(long enrolled, long today, long last7Days) {

        public static final Own NONE = new Own(0, 0, 0);
    }

    /**
     * The target, and how much of it is reached.
     *
     * @param attainmentPercent see {@link io.muster.domain.plan.Attainment}
     * @param completedOn the first day whose cumulative count reaches the target; null if there is none so far
     * @param childrenTarget sum of the targets of the areas directly below; null if none of them has one
     */
    public record Goal(
            @Nullable Long target,
            @Nullable Double attainmentPercent,
            @Nullable LocalDate completedOn,
            @Nullable Long childrenTarget) {}

    /**
     * Ranks among the areas of the same level.
     *
     * @param rankByAttainment by the rounded percentage; null without an attainment
     */
    public record Ranks(int rankByCount, @Nullable Integer rankByAttainment) {}

    @Override
    public RowKey key() {
        return new RowKey.OfArea(campaignId(), areaId());
    }

    public CampaignId campaignId() {
        return placement.campaignId;
    }

    public AreaId areaId() {
        return placement.areaId;
    }

    public @Nullable AreaId parentId() {
        return placement.parentId;
    }

    public String level() {
        return placement.level;
    }

    public long enrolled() {
        return counts.enrolled;
    }

    public long withdrawn() {
        return counts.withdrawn;
    }

    public long outsidePeriod() {
        return counts.outsidePeriod;
    }

    public long datedAhead() {
        return counts.datedAhead;
    }

    public long today() {
        return counts.today;
    }

    public long last7Days() {
        return counts.last7Days;
    }

    public Own own() {
        return counts.own;
    }

    public @Nullable Long target() {
        return goal.target;
    }

    public @Nullable Double attainmentPercent() {
        return goal.attainmentPercent;
    }

    public @Nullable LocalDate completedOn() {
        return goal.completedOn;
    }

    public @Nullable Long childrenTarget() {
        return goal.childrenTarget;
    }

    public int rankByCount() {
        return ranks.rankByCount;
    }

    public @Nullable Integer rankByAttainment() {
        return ranks.rankByAttainment;
    }

    /** childrenTarget − target; null if either is null. */
    public @Nullable Long childrenTargetDifference() {
        return goal.childrenTarget == null || goal.target == null ? null : goal.childrenTarget - goal.target;
    }
}
