package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where an area stands against its plan on the morning of its as-of day, and where that leads (contract, rule 5). Figures are rounded half-up to
 * two decimals.
 *
 * <p>"Without a target" is also where it is 0.
 *
 * @param expected target × plan share at the end of the day before; null without a target
 * @param expectedEndOfDay target × plan share at the end of the as-of day; null without a target
 * @param requiredPerDay what each day left, the as-of day included, must bring to reach the target in time; null without a
 *     target and after the campaign
 * @param projected total at the end of the campaign, by the rate of the last seven full days; null until there is one
 * @param projectedLow if the rate falls to half, and with bad luck
 * @param projectedHigh if the rate doubles, and with good luck
 * @param projectedByPlan total at the end of the campaign, if the days left bring their part of the plan in the same proportion as those gone
 *     by: it foresees what the plan foresees, e.g. a surge before the deadline. Null while less than a twentieth of the plan is behind
 * @param projectedCompletionOn the day on which the target is or was reached, by the rate of the last seven full days; null without a
 *     target, and where that rate does not reach it within ten years
 * @param status null in what was published before this was judged
 */
public record Pace(
        @Nullable Double expected,
        @Nullable Double expectedEndOfDay,
        @Nullable Double requiredPerDay,
        @Nullable Double projected,
        @Nullable Double projectedLow,
        @Nullable Double projectedHigh,
        @Nullable Double projectedByPlan,
        @Nullable LocalDate projectedCompletionOn,
        @Nullable PaceStatus status) {

    private static final double LEAST_SHARE = 0.05;
    private static final double FARTHEST_DAYS = 3_650;

    /** Counts of single days. */
    public interface DayCounts {
        long on(LocalDate day);
    }

    /**
     * Judges an area.
     *
     * @param target judged by if it is above 0
     * @param enrolled to date, over the days of the period
     * @param completedOn the day on which the target was reached, if it is
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
        LocalDate yesterday = asOfDay.minusDays(1);
        double share = PlanShare.planned(1, yesterday, campaign).doubleValue();
        BigDecimal expected = aim == null ? null : PlanShare.planned(aim, yesterday, campaign);
        long today = campaign.covers(asOfDay) ? days.on(asOfDay) : 0;
        long before = enrolled - today;
        long daysLeft = daysLeft(campaign, asOfDay);
        Projection projection = projection(campaign, asOfDay, before, daysLeft, days);
        return new Pace(
                TwoDecimals.of(expected),
                TwoDecimals.of(aim == null ? null : PlanShare.planned(aim, asOfDay, campaign)),
                aim == null ? null : requiredPerDay(campaign, asOfDay, aim, before),
                atEnd(enrolled, projection == null ? null : projection.total()),
                atEnd(enrolled, projection == null ? null : projection.low()),
                atEnd(enrolled, projection == null ? null : projection.high()),
                atEnd(enrolled, share < LEAST_SHARE ? null : before / share),
                completedOn != null ? completedOn : completion(asOfDay, aim, before, daysLeft, projection),
                status(campaign, asOfDay, aim, enrolled, expected));
    }

    /**
     * What each day left must bring to reach a target in time.
     *
     * @param asOfDay the first day left
     * @param before enrolled by the end of the day before it
     * @return rounded half-up to two decimals; null when no day is left
     */
    public static @Nullable Double requiredPerDay(Campaign campaign, LocalDate asOfDay, long target, long before) {
        long daysLeft = daysLeft(campaign, asOfDay);
        return daysLeft == 0
                ? null
                : TwoDecimals.of(BigDecimal.valueOf((double) Math.max(0, target - before) / daysLeft));
    }

    /**
     * The same in whole persons: no fewer than it takes.
     *
     * @return null when no day is left
     */
    public static @Nullable Long personsPerDay(Campaign campaign, LocalDate asOfDay, long target, long before) {
        long daysLeft = daysLeft(campaign, asOfDay);
        return daysLeft == 0 ? null : (Long) ((Math.max(0, target - before) + daysLeft - 1) / daysLeft);
    }

    /** Who is enrolled already is not projected away. */
    private static @Nullable Double atEnd(long enrolled, @Nullable Double projected) {
        return projected == null ? null : TwoDecimals.of(BigDecimal.valueOf(Math.max((double) enrolled, projected)));
    }

    /** The days whose counts are not final, the as-of day among them. */
    private static long daysLeft(Campaign campaign, LocalDate asOfDay) {
        LocalDate first = asOfDay.isBefore(campaign.startsOn()) ? campaign.startsOn() : asOfDay;
        return Math.max(0, ChronoUnit.DAYS.between(first, campaign.endsOn()) + 1);
    }

    private static @Nullable Projection projection(
            Campaign campaign, LocalDate asOfDay, long before, long daysLeft, DayCounts days) {
        LocalDate end = asOfDay.isAfter(campaign.endsOn()) ? campaign.endsOn().plusDays(1) : asOfDay;
        long gone = Math.min(Projection.DAYS, ChronoUnit.DAYS.between(campaign.startsOn(), end));
        if (gone < 1) {
            return null;
        }
        long[] recent = new long[(int) gone];
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
        return daysNeeded > FARTHEST_DAYS ? null : asOfDay.plusDays(Math.max(1, (long) daysNeeded) - 1);
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
