package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an area against its plan on the morning of the as-of day, and its projection. Figures are rounded
 * half-up to two decimals. A target of 0 counts as no target.
 *
 * @param expected target × plan share at the end of the day before; null without a target
 * @param expectedEndOfDay target × plan share at the end of the as-of day; null without a target
 * @param requiredPerDay the count that each day left, the as-of day included, must bring to reach the target in time;
 *     null without a target and after the campaign
 * @param status null in rows that were published before this figure existed
 */
public record Pace(
        @Nullable Double expected,
        @Nullable Double expectedEndOfDay,
        @Nullable Double requiredPerDay,
        Forecast forecast,
        @Nullable PaceStatus status) {

    /** Below this plan share a projection by plan is too uncertain. */
    private static final double MIN_PLAN_SHARE = 0.05;

    private static final double MAX_PROJECTED_DAYS = 3_650;

    /**
     * The projection to the end of the campaign.
     *
     * @param projected total at the end at the rate of the last seven full days; null before the first full day
     * @param projectedLow the total if the rate halves, at the lower end of the chance interval
     * @param projectedHigh the total if the rate doubles, at the upper end of the chance interval
     * @param projectedByPlan total at the end if the remaining days reach the same proportion of their plan as the past
     *     days. It includes what the plan foresees, e.g. a surge before the deadline. Null while less than a twentieth
     *     of the plan is past
     * @param projectedCompletionOn the day on which the target was reached, or will be at the rate of the last seven
     *     full days; null without a target, and if that rate does not reach it within ten years
     */
    public record Forecast(
            @Nullable Double projected,
            @Nullable Double projectedLow,
            @Nullable Double projectedHigh,
            @Nullable Double projectedByPlan,
            @Nullable LocalDate projectedCompletionOn) {}

    /**
     * Computes the pace of an area.
     *
     * @param target ignored if 0
     * @param enrolled to date, over the days of the period
     * @param completedOn the day on which the target was reached; null if it is not reached
     * @param days the counts of the days of the period
     */
    public static Pace of(
            Campaign campaign,
            LocalDate asOfDay,
            @Nullable Long target,
            long enrolled,
            @Nullable LocalDate completedOn,
            DayCounts days) {
        Long aim = Target.aim(target);
        double share = PlanShare.expected(1, asOfDay, campaign).doubleValue();
        BigDecimal expected = aim == null ? null : PlanShare.expected(aim, asOfDay, campaign);
        long before = enrolled - PeriodCounts.on(campaign, asOfDay, days);
        long daysLeft = daysLeft(campaign, asOfDay);
        Projection projection = projection(campaign, asOfDay, before, daysLeft, days);
        return new Pace(
                TwoDecimals.of(expected),
                TwoDecimals.of(aim == null ? null : PlanShare.planned(aim, asOfDay, campaign)),
                aim == null ? null : requiredPerDay(campaign, asOfDay, aim, before),
                new Forecast(
                        atEnd(enrolled, projection == null ? null : projection.total()),
                        atEnd(enrolled, projection == null ? null : projection.low()),
                        atEnd(enrolled, projection == null ? null : projection.high()),
                        atEnd(enrolled, share < MIN_PLAN_SHARE ? null : before / share),
                        completedOn != null ? completedOn : completion(asOfDay, aim, before, daysLeft, projection)),
                status(campaign, asOfDay, aim, enrolled, expected));
    }

    public @Nullable Double projected() {
        return forecast.projected;
    }

    public @Nullable Double projectedLow() {
        return forecast.projectedLow;
    }

    public @Nullable Double projectedHigh() {
        return forecast.projectedHigh;
    }

    public @Nullable Double projectedByPlan() {
        return forecast.projectedByPlan;
    }

    public @Nullable LocalDate projectedCompletionOn() {
        return forecast.projectedCompletionOn;
    }

    /** enrolled − expected, rounded half-up to two decimals; null without a target. */
    public @Nullable Double gap(long enrolled) {
        return expected == null ? null : (Double) TwoDecimals.of(enrolled - expected);
    }

    /**
     * The number of participants that an area lacks to be level with the plan.
     *
     * @param planned the number that the plan asks for; null without a target
     * @return 0 without a target, or if the area is not behind
     */
    public static long behindBy(@Nullable Long planned, long enrolled) {
        return planned == null ? 0 : Math.max(0, planned - enrolled);
    }

    /**
     * The count that each day left must bring to reach the target in time.
     *
     * @param asOfDay the first day left
     * @param before enrolled by the end of the day before it
     * @return rounded half-up to two decimals; null if no day is left
     */
    public static @Nullable Double requiredPerDay(Campaign campaign, LocalDate asOfDay, long target, long before) {
        long daysLeft = daysLeft(campaign, asOfDay);
        return daysLeft == 0 ? null : (Double) TwoDecimals.of((double) Math.max(0, target - before) / daysLeft);
    }

    /**
     * {@link #requiredPerDay} in whole persons, rounded up.
     *
     * @return null if no day is left
     */
    public static @Nullable Long personsPerDay(Campaign campaign, LocalDate asOfDay, long target, long before) {
        long daysLeft = daysLeft(campaign, asOfDay);
        return daysLeft == 0 ? null : (Long) ((Math.max(0, target - before) + daysLeft - 1) / daysLeft);
    }

    /** A projected total, rounded and raised to the count to date if it is below; null if there is no projection. */
    private static @Nullable Double atEnd(long enrolled, @Nullable Double projected) {
        return projected == null ? null : (Double) TwoDecimals.of(Math.max((double) enrolled, projected));
    }

    private static long daysLeft(Campaign campaign, LocalDate asOfDay) {
        return PeriodCounts.daysLeft(campaign.startsOn(), campaign.endsOn(), asOfDay);
    }

    private static @Nullable Projection projection(
            Campaign campaign, LocalDate asOfDay, long before, long daysLeft, DayCounts days) {
        LocalDate end = asOfDay.isAfter(campaign.endsOn()) ? campaign.endsOn().plusDays(1) : asOfDay;
        long fullDays = Math.min(LastSevenDays.LENGTH, ChronoUnit.DAYS.between(campaign.startsOn(), end));
        if (fullDays < 1) {
            return null;
        }
        long[] recent = new long[(int) fullDays];
        for (int i = 0; i < recent.length; i++) {
            recent[i] = days.on(end.minusDays(i + 1L));
        }
        return Projection.of(before, recent, daysLeft);
    }

    private static @Nullable LocalDate completion(
            LocalDate asOfDay, @Nullable Long target, long before, long daysLeft, @Nullable Projection projection) {
        if (target == null || daysLeft == 0 || projection == null || projection.perDay() == 0) {
            return null;
        }
        double daysNeeded = Math.ceil((target - before) / projection.perDay());
        return daysNeeded > MAX_PROJECTED_DAYS ? null : asOfDay.plusDays(Math.max(1, (long) daysNeeded) - 1);
    }

    private static PaceStatus status(
            Campaign campaign, LocalDate asOfDay, @Nullable Long target, long enrolled, @Nullable BigDecimal expected) {
        if (target == null || expected == null) {
            return PaceStatus.NO_TARGET;
        }
        if (enrolled >= target) {
            return PaceStatus.COMPLETED;
        }
        if (asOfDay.isBefore(campaign.startsOn())) {
            return PaceStatus.NOT_STARTED;
        }
        if (asOfDay.isAfter(campaign.endsOn())) {
            return PaceStatus.MISSED;
        }
        return BigDecimal.valueOf(enrolled).compareTo(expected) < 0 ? PaceStatus.BEHIND : PaceStatus.ON_TRACK;
    }
}
