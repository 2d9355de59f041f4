package io.muster.report.counted;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts that a certification signs off.
 *
 * @param days days to sign off, in order; at least one
 * @param keptDays number of days up to the last one that keep their earlier sign-off
 * @param areas number of areas with a count for each day
 * @param counts one per area and day
 */
public record SignOff(Campaign campaign, List<Day> days, int keptDays, int areas, List<CertifiedCount> counts) {

    /**
     * One day of the root area.
     *
     * @param enrolled count to sign off
     * @param before certified count so far; null if none
     */
    public record Day(
            LocalDate date, long enrolled, @Nullable Long before) {}

    public SignOff {
        days = List.copyOf(days);
        counts = List.copyOf(counts);
    }

    public LocalDate from() {
        return days.get(0).date();
    }

    public LocalDate through() {
        return days.get(days.size() - 1).date();
    }

    /** Sum of the counts of the root area. */
    public long enrolled() {
        return days.stream().mapToLong(Day::enrolled).sum();
    }
}
