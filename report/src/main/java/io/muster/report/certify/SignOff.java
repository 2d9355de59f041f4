package io.muster.report.certify;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts that are to be signed off.
 *
 * @param days those that are signed off, in their order; at least one
 * @param keptDays how many days up to the last of them stay as they were signed off before
 * @param areas how many areas have a count for each of the days
 * @param counts one for each area and day
 */
public record SignOff(Campaign campaign, List<Day> days, int keptDays, int areas, List<CertifiedCount> counts) {

    /**
     * One day at the top of the campaign.
     *
     * @param enrolled what is signed off
     * @param before what was signed off for it before, null where nothing was
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

    /** What is signed off for the whole campaign on its days. */
    public long enrolled() {
        return days.stream().mapToLong(Day::enrolled).sum();
    }
}
