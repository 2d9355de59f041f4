package io.muster.report.counted;

import java.time.LocalDate;

/**
 * The total of the certified days, counted from the first day of a campaign without a gap.
 *
 * @param through last certified day; every earlier day is certified too
 * @param enrolled sum of the certified counts of these days
 * @param enrolledNow sum of the current counts of these days
 */
public record CertifiedTotal(LocalDate through, long enrolled, long enrolledNow) {

    /** The current count minus the certified count. */
    public long adjustment() {
        return enrolledNow - enrolled;
    }
}
