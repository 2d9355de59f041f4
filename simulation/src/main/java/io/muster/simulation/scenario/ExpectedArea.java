package io.muster.simulation.scenario;

import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Expected figures of one area, including all areas below it.
 *
 * @param days enrolled by day of the period, without empty days
 */
record ExpectedArea(Counts counts, Progress progress, Map<LocalDate, Integer> days) {

    /** Numbers of participants. */
    record Counts(int enrolled, int withdrawn, int outsidePeriod, int today, int last7Days) {}

    /** Progress against the target of the area, if it has one. */
    record Progress(
            @Nullable Long target,
            @Nullable Double attainmentPercent,
            @Nullable LocalDate completedOn) {}

    static ExpectedArea of(Campaign campaign, LocalDate asOf, @Nullable Long target, List<Statement> winning) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        int withdrawn = 0;
        int outsidePeriod = 0;
        for (Statement statement : winning) {
            boolean enrolled = statement.status() == Status.ENROLLED;
            if (!campaign.covers(statement.enrolledOn())) {
                outsidePeriod += enrolled ? 1 : 0;
            } else if (enrolled) {
                days.merge(statement.enrolledOn(), 1, Integer::sum);
            } else {
                withdrawn++;
            }
        }
        int enrolled = sumSince(campaign.startsOn(), days);
        return new ExpectedArea(
                new Counts(
                        enrolled,
                        withdrawn,
                        outsidePeriod,
                        sumSince(asOf, days),
                        sumSince(LastSevenDays.firstDay(asOf), days)),
                new Progress(target, Attainment.percent(enrolled, target), completedOn(target, days)),
                days);
    }

    /** Needs no upper bound, because no statement is about a day after the as-of day. */
    private static int sumSince(LocalDate first, Map<LocalDate, Integer> days) {
        return days.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(first))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static @Nullable LocalDate completedOn(@Nullable Long target, Map<LocalDate, Integer> days) {
        int sum = 0;
        for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
            sum += day.getValue();
            if (target != null && sum >= target) {
                return day.getKey();
            }
        }
        return null;
    }
}
