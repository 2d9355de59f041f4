package io.muster.domain.alert;

import io.muster.domain.plan.Pace;
import io.muster.domain.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How an area got where it stands in a campaign.
 *
 * @param target more than 0
 * @param enrolled to date, over the days of the period
 * @param days the counts of the days of the period
 */
public record Course(Campaign campaign, LocalDate asOfDay, long target, long enrolled, Pace.DayCounts days) {

    /** How many were enrolled by the end of a day, or are by now if that day is not over. */
    public long through(LocalDate last) {
        if (!last.isBefore(asOfDay)) {
            return enrolled;
        }
        LocalDate end = last.isAfter(campaign.endsOn()) ? campaign.endsOn() : last;
        long sum = 0;
        for (LocalDate day = campaign.startsOn(); !day.isAfter(end); day = day.plusDays(1)) {
            sum += days.on(day);
        }
        return sum;
    }

    /** How many were enrolled besides those of a day. */
    public long before(LocalDate day) {
        return through(day) - (campaign.covers(day) ? days.on(day) : 0);
    }

    /** When the target was reached, if it is. */
    public List<Episode> completed() {
        long sum = 0;
        for (LocalDate day = campaign.startsOn();
                enrolled >= target && !day.isAfter(campaign.endsOn());
                day = day.plusDays(1)) {
            sum += days.on(day);
            if (sum >= target) {
                return List.of(new Episode(startOf(day), null));
            }
        }
        return List.of();
    }

    /** Since when it is too late to reach the target, if it is. */
    public List<Episode> missed() {
        return asOfDay.isAfter(campaign.endsOn()) && enrolled < target
                ? List.of(new Episode(startOf(campaign.endsOn().plusDays(1)), null))
                : List.of();
    }

    /** When a day begins. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(campaign.zone()).toInstant();
    }
}
