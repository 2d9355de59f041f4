package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The seven days that end on a given day. Days outside the period of the campaign count as 0. The window holds each
 * weekday once, so the weekly rhythm cancels out.
 */
public final class LastSevenDays {

    /** The length of the window. */
    public static final int LENGTH = 7;

    private LastSevenDays() {}

    /** The first day of the window that ends on {@code lastDay}. */
    public static LocalDate firstDay(LocalDate lastDay) {
        return lastDay.minusDays(LENGTH - 1L);
    }

    /** The sum of the window. */
    public static long sum(Campaign campaign, LocalDate lastDay, DayCounts counts) {
        return PeriodCounts.sum(campaign, firstDay(lastDay), lastDay, counts);
    }

    /** The counts of the window, oldest day first. */
    public static List<Long> each(Campaign campaign, LocalDate lastDay, DayCounts counts) {
        LocalDate first = firstDay(lastDay);
        return IntStream.range(0, LENGTH)
                .mapToObj(first::plusDays)
                .map(day -> PeriodCounts.on(campaign, day, counts))
                .toList();
    }

    /**
     * The mean of those days of the window that are in the period.
     *
     * @return rounded half-up to two decimals; 0 if no day of the window is in the period
     */
    public static double mean(Campaign campaign, LocalDate lastDay, DayCounts counts) {
        long days = firstDay(lastDay)
                .datesUntil(lastDay.plusDays(1))
                .filter(campaign::covers)
                .count();
        return days == 0 ? 0 : TwoDecimals.of((double) sum(campaign, lastDay, counts) / days);
    }
}
