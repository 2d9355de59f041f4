package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The counts of an area within the period of a campaign. Days outside the period count as 0. */
public final class PeriodCounts {

    private PeriodCounts() {}

    /** The count of one day. */
    public static long on(Campaign campaign, LocalDate day, DayCounts counts) {
        return campaign.covers(day) ? counts.on(day) : 0;
    }

    /** The sum from one day through another, both included. */
    public static long sum(Campaign campaign, LocalDate from, LocalDate through, DayCounts counts) {
        LocalDate day = from.isBefore(campaign.startsOn()) ? campaign.startsOn() : from;
        LocalDate last = through.isAfter(campaign.endsOn()) ? campaign.endsOn() : through;
        long sum = 0;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            sum += counts.on(day);
        }
        return sum;
    }

    /**
     * The first day by whose end the target is reached.
     *
     * @param asOfDay the last day that counts
     * @param aim above 0, see {@link io.muster.domain.reference.Target#aim}
     * @return null if the target is not reached through the as-of day
     */
    public static @Nullable LocalDate completedOn(Campaign campaign, LocalDate asOfDay, long aim, DayCounts counts) {
        long sum = 0;
        LocalDate last = asOfDay.isAfter(campaign.endsOn()) ? campaign.endsOn() : asOfDay;
        for (LocalDate day = campaign.startsOn(); !day.isAfter(last); day = day.plusDays(1)) {
            sum += counts.on(day);
            if (sum >= aim) {
                return day;
            }
        }
        return null;
    }

    /**
     * The number of days whose counts are not final, the as-of day among them.
     *
     * @param startsOn the first day of the campaign
     * @param endsOn its last day, included
     */
    public static long daysLeft(LocalDate startsOn, LocalDate endsOn, LocalDate asOfDay) {
        LocalDate first = asOfDay.isBefore(startsOn) ? startsOn : asOfDay;
        return Math.max(0, ChronoUnit.DAYS.between(first, endsOn) + 1);
    }
}
