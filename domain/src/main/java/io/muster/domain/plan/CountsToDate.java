package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.ToLongFunction;

/**
 * The counts of one area as of a day, all areas below it included.
 *
 * @param enrolled sum over the days of the period through the as-of day
 * @param today enrolled on the as-of day
 * @param last7Days enrolled on the seven days that end on the as-of day
 * @param datedAhead enrolled on the days of the period after the as-of day
 */
public record CountsToDate(long enrolled, long today, long last7Days, long datedAhead) {

    public static CountsToDate of(Campaign campaign, LocalDate asOfDay, DayCounts counts) {
        return of(
                campaign,
                asOfDay,
                PeriodCounts.sum(campaign, campaign.startsOn(), asOfDay, counts),
                PeriodCounts.sum(campaign, asOfDay.plusDays(1), campaign.endsOn(), counts),
                counts);
    }

    /** For a caller that keeps {@code enrolled} and {@code datedAhead} up to date itself. */
    public static CountsToDate of(
            Campaign campaign, LocalDate asOfDay, long enrolled, long datedAhead, DayCounts counts) {
        return new CountsToDate(
                enrolled,
                PeriodCounts.on(campaign, asOfDay, counts),
                LastSevenDays.sum(campaign, asOfDay, counts),
                datedAhead);
    }

    /** The area's own part: participants stated for the area itself, not for an area below it. */
    public CountsToDate minus(Collection<CountsToDate> below) {
        return new CountsToDate(
                enrolled - sum(below, CountsToDate::enrolled),
                today - sum(below, CountsToDate::today),
                last7Days - sum(below, CountsToDate::last7Days),
                datedAhead - sum(below, CountsToDate::datedAhead));
    }

    /** Whether every count is 0. */
    public boolean isZero() {
        return enrolled == 0 && today == 0 && last7Days == 0 && datedAhead == 0;
    }

    private static long sum(Collection<CountsToDate> all, ToLongFunction<CountsToDate> count) {
        return all.stream().mapToLong(count).sum();
    }
}
