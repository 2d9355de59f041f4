package io.muster.domain.tally;

import io.muster.domain.reference.Campaign;
import java.time.LocalDate;

/** How a day counts for the progress of a campaign (docs/rules.md, rule 3). */
enum DayKind {
    /** In the period, and not after the as-of day. */
    TO_DATE,
    /** In the period, and after the as-of day. */
    AHEAD,
    /** Not in the period. */
    OUTSIDE;

    static DayKind of(LocalDate day, Campaign campaign, LocalDate asOfDay) {
        if (!campaign.covers(day)) {
            return OUTSIDE;
        }
        return day.isAfter(asOfDay) ? AHEAD : TO_DATE;
    }
}
