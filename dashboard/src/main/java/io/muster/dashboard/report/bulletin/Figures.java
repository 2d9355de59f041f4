package io.muster.dashboard.report.bulletin;

import io.muster.domain.plan.Attainment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one area stands, all below it included.
 *
 * @param enrolled to date: sum over the days of the campaign's period up to the as-of day
 * @param today enrolled on the as-of day
 * @param last7Days enrolled on the seven days that end on the as-of day
 * @param target null where there is none
 * @param completedOn first day whose cumulative count reached the target, null where it is not reached
 */
public record Figures(
        long enrolled,
        long today,
        long last7Days,
        @Nullable Long target,
        @Nullable LocalDate completedOn) {

    /** See {@link Attainment#percent}. */
    public @Nullable Double attainmentPercent() {
        return Attainment.percent(enrolled, target);
    }
}
