package io.muster.cli.reference;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.CampaignId;
import io.muster.report.counted.SignOff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code muster certify}.
 *
 * @param published false with {@code --dry-run}
 * @param by name of the certifier
 */
record CertifyReport(
        boolean published,
        CampaignId campaignId,
        @JsonUnwrapped Period period,
        List<Day> days,
        @JsonUnwrapped Totals totals,
        String by) {

    /** The first and the last day that are certified. */
    record Period(String from, String through) {}

    /**
     * One day of the whole campaign.
     *
     * @param before the count certified before, or null
     */
    record Day(String date, long enrolled, @Nullable Long before) {}

    /**
     * What the certified counts add up to.
     *
     * @param keptDays days of the period that were certified before and are kept
     * @param areas areas with a count for each day
     * @param counts certified counts
     * @param enrolled sum over the days in the whole campaign
     */
    record Totals(int keptDays, int areas, int counts, long enrolled) {}

    static CertifyReport of(SignOff signOff, String by, boolean published) {
        return new CertifyReport(
                published,
                signOff.campaign().campaignId(),
                new Period(signOff.from().toString(), signOff.through().toString()),
                signOff.days().stream()
                        .map(day -> new Day(day.date().toString(), day.enrolled(), day.before()))
                        .toList(),
                new Totals(signOff.keptDays(), signOff.areas(), signOff.counts().size(), signOff.enrolled()),
                by);
    }
}
