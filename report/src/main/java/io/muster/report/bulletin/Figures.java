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
 * The figures of one area, including all areas below it.
 *
 * @param enrolled to date: sum over the days of the campaign's period up to the as-of day
 * @param today enrolled on the as-of day
 * @param last7Days enrolled on the seven days that end on the as-of day
 * @param datedAhead enrolled on later days of the period, if the bulletin is of the current as-of day; not part of
 *     {@code enrolled} yet
 * @param target null if there is none
 * @param completedOn first day whose cumulative count reached the target, null if it is not reached
 * @param planned target × plan share at the end of {@link Bulletin#plannedThrough}, unrounded; null without a target
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

    /** The planned count, rounded half-up to two decimals as published; null without a target. */
    public @Nullable Double expected() {
        return TwoDecimals.of(planned);
    }

    /** The planned count in whole persons, rounded up; null without a target. */
    public @Nullable Long needed() {
        return planned == null ? null : (Long) PlanShare.wholePersons(planned);
    }

    /** How many persons the area lags behind its plan; 0 if it does not, or has no target. */
    public long behindBy() {
        return Pace.behindBy(needed(), enrolled);
    }
}
