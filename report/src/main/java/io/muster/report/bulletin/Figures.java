package io.muster.report.bulletin;

import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.CountsToDate;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.plan.TwoDecimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one area stands, all below it included.
 *
 * @param enrolled to date: sum over the days of the campaign's period up to the as-of day
 * @param today enrolled on the as-of day
 * @param last7Days enrolled on the seven days that end on the as-of day
 * @param datedAhead enrolled on later days of the period, while the as-of day is the one that progress is judged for; they enter
 *     when their day comes
 * @param target null where there is none
 * @param completedOn first day whose cumulative count reached the target, null where it is not reached
 * @param planned target × plan share at the end of {@link Bulletin#plannedThrough}, as exact as it can be; null without a target
 */
public record Figures(
        long enrolled,
        long today,
        long last7Days,
        long datedAhead,
        @Nullable Long target,
        @Nullable LocalDate completedOn,
        @Nullable BigDecimal planned) {

    CountsToDate counts() {
        return new CountsToDate(enrolled, today, last7Days, datedAhead);
    }

    /** See {@link Attainment#percent}. */
    public @Nullable Double attainmentPercent() {
        return Attainment.percent(enrolled, target);
    }

    /** What is planned, rounded half-up to two decimals as it is published; null without a target. */
    public @Nullable Double expected() {
        return TwoDecimals.of(planned);
    }

    /** How many persons it takes to be no less than planned; null without a target. */
    public @Nullable Long needed() {
        return planned == null ? null : (Long) PlanShare.wholePersons(planned);
    }

    /** How many more persons it would take to be no longer behind the plan; 0 where it is not, or there is no target. */
    public long behindBy() {
        return Pace.behindBy(needed(), enrolled);
    }
}
