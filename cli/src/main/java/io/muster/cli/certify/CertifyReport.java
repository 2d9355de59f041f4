package io.muster.cli.certify;

import io.muster.report.counted.SignOff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was signed off, or would be.
 *
 * @param published false for what only would be
 * @param from first day that is signed off
 * @param through last day that is signed off
 * @param keptDays days up to that one that stay as they were signed off before
 * @param areas how many areas have a count for each day
 * @param counts how many counts that makes
 * @param enrolled the sum of the days in the whole campaign
 * @param by who signs
 */
record CertifyReport(
        boolean published,
        String campaignId,
        String from,
        String through,
        List<Day> days,
        int keptDays,
        int areas,
        int counts,
        long enrolled,
        String by) {

    /**
     * One day of the whole campaign.
     *
     * @param before what was signed off before
     */
    record Day(String date, long enrolled, @Nullable Long before) {}

    static CertifyReport of(SignOff signOff, String by, boolean published) {
        return new CertifyReport(
                published,
                signOff.campaign().campaignId(),
                signOff.from().toString(),
                signOff.through().toString(),
                signOff.days().stream()
                        .map(day -> new Day(day.date().toString(), day.enrolled(), day.before()))
                        .toList(),
                signOff.keptDays(),
                signOff.areas(),
                signOff.counts().size(),
                signOff.enrolled(),
                by);
    }
}
