package io.muster.report.counted;

import java.time.LocalDate;

/**
 * What was signed off, from the first day of a campaign on.
 *
 * @param through the last of the days; each before it is certified too
 * @param enrolled the sum of what was signed off for these days
 * @param enrolledNow the sum that is counted for these days now
 */
public record Certified(LocalDate through, long enrolled, long enrolledNow) {

    /** How much the count differs now from what was signed off. */
    public long adjustment() {
        return enrolledNow - enrolled;
    }
}
