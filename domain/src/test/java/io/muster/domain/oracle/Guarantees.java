package io.muster.domain.oracle;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.AreaRow.Own;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks of what Muster guarantees under any schedule of faults. Each check describes all violations; its list is empty
 * if the guarantee holds.
 */
public final class Guarantees {

    private Guarantees() {}

    /** Checks the rows when no statement was recorded ahead of its arrival. */
    public static List<String> brokenByRows(
            Collection<Statement> statements, References references, AsOf asOf, Rows rows) {
        return brokenByRows(statements, references, asOf, ReceivedAt.WHEN_RECORDED, rows);
    }

    /**
     * Checks the rows: each participant counts once, an area is the sum of its parts, and each row equals its recount.
     *
     * @param statements all valid statements that were ever sent, in any order, with duplicates
     * @param receivedAt decides which statements were recorded ahead
     */
    public static List<String> brokenByRows(
            Collection<Statement> statements, References references, AsOf asOf, ReceivedAt receivedAt, Rows rows) {
        List<String> broken = new ArrayList<>();
        Map<CampaignId, List<Statement>> byCampaign =
                statements.stream().distinct().collect(Collectors.groupingBy(Statement::campaignId));
        Set<CampaignId> campaignIds = new HashSet<>(byCampaign.keySet());
        rows.campaigns().keySet().forEach(id -> campaignIds.add(new CampaignId(id)));
        for (CampaignId campaignId : campaignIds) {
            List<Statement> winners = Winners.among(byCampaign.getOrDefault(campaignId, List.of()));
            broken.addAll(eachParticipantCountsOnce(campaignId, winners, rows));
            broken.addAll(anAreaIsTheSumOfItsParts(campaignId, winners, references, rows));
            broken.addAll(progressIsTheSumOfItsParts(campaignId, rows));
        }
        broken.addAll(sameRows(Recount.of(statements, references, asOf, receivedAt), rows));
        return broken;
    }

    /** Every enrolled participant of a campaign counts exactly once: in its root, or as unplaced. */
    private static List<String> eachParticipantCountsOnce(CampaignId campaignId, List<Statement> winners, Rows rows) {
        CampaignRow campaign = rows.campaigns().get(campaignId.value());
        if (campaign == null) {
            return List.of(campaignId + ": there are statements, but no row");
        }
        long enrolled = winners.stream().filter(Guarantees::isEnrolled).count();
        AreaRow root = campaign.root();
        long inTree = root == null ? 0 : root.enrolled() + root.datedAhead() + root.outsidePeriod();
        long counted = campaign.quality().unplaced() + inTree;
        return counted == enrolled
                ? List.of()
                : List.of(campaignId + ": " + enrolled + " participants are enrolled, " + counted + " are counted");
    }

    /** On every day, an area counts what was stated for itself plus what its children count. */
    private static List<String> anAreaIsTheSumOfItsParts(
            CampaignId campaignId, List<Statement> winners, References references, Rows rows) {
        Map<String, Long> parts = new HashMap<>();
        winners.stream()
                .filter(Guarantees::isEnrolled)
                .forEach(s -> parts.merge(s.areaId() + "|" + s.enrolledOn(), 1L, Long::sum));
        List<DayRow> days = rows.days().values().stream()
                .filter(day -> day.campaignId().equals(campaignId))
                .toList();
        CampaignRow campaign = rows.campaigns().get(campaignId.value());
        AreaId rootId = campaign == null || campaign.root() == null
                ? null
                : campaign.root().areaId();
        for (DayRow day : days) {
            Area area = references.areas().get(day.areaId());
            if (area != null && area.parentId() != null && !day.areaId().equals(rootId)) {
                parts.merge(area.parentId() + "|" + day.date(), day.enrolled(), Long::sum);
            }
        }
        return days.stream()
                .filter(day -> parts.getOrDefault(day.areaId() + "|" + day.date(), 0L) != day.enrolled())
                .map(day -> day + " is not the sum of its parts")
                .toList();
    }

    /** In progress rows too, an area counts what was stated for itself plus what its children count. */
    private static List<String> progressIsTheSumOfItsParts(CampaignId campaignId, Rows rows) {
        List<AreaRow> areas = rows.areas().values().stream()
                .filter(row -> row.campaignId().equals(campaignId))
                .toList();
        Map<AreaId, Own> parts = new HashMap<>();
        areas.forEach(row -> parts.merge(row.areaId(), row.own(), Guarantees::sum));
        areas.stream()
                .filter(row -> row.parentId() != null)
                .forEach(row -> parts.merge(
                        Objects.requireNonNull(row.parentId()),
                        new Own(row.enrolled(), row.today(), row.last7Days()),
                        Guarantees::sum));
        return areas.stream()
                .filter(row -> !new Own(row.enrolled(), row.today(), row.last7Days()).equals(parts.get(row.areaId())))
                .map(row -> row + " is not the sum of its parts")
                .toList();
    }

    private static Own sum(Own a, Own b) {
        return new Own(a.enrolled() + b.enrolled(), a.today() + b.today(), a.last7Days() + b.last7Days());
    }

    /** Compares all rows with those of another run, a replay or a recount. */
    public static List<String> sameRows(Rows expected, Rows actual) {
        List<String> broken = new ArrayList<>();
        broken.addAll(differences("day", expected.days(), actual.days()));
        broken.addAll(differences("area", expected.areas(), actual.areas()));
        broken.addAll(differences("segment", expected.segments(), actual.segments()));
        broken.addAll(differences("campaign", expected.campaigns(), actual.campaigns()));
        broken.addAll(differences("alert", expected.alerts(), actual.alerts()));
        return broken;
    }

    private static <R> List<String> differences(
            String kind, SortedMap<String, R> expected, SortedMap<String, R> actual) {
        Set<String> keys = new HashSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        Predicate<String> differs = key -> !Objects.equals(expected.get(key), actual.get(key));
        return keys.stream()
                .filter(differs)
                .sorted()
                .map(key -> kind + " " + key + ": expected " + expected.get(key) + ", found " + actual.get(key))
                .toList();
    }

    /**
     * Checks that every correction is recorded exactly once.
     *
     * @param inOrder the statements, in the order of their partitions
     */
    public static List<String> brokenByCorrections(List<Statement> inOrder, Collection<Change> recorded) {
        return eachOnce("correction", ExpectedCorrections.of(inOrder), recorded);
    }

    /**
     * Checks that every lost statement is recorded exactly once per delivery.
     *
     * @param inOrder the statements, in the order of their partitions
     */
    public static List<String> brokenByLosses(List<Statement> inOrder, Collection<Loss> recorded) {
        Map<Loss, Long> due = times(ExpectedLosses.of(inOrder));
        Map<Loss, Long> found = times(recorded);
        Set<Loss> losses = new HashSet<>(due.keySet());
        losses.addAll(found.keySet());
        return losses.stream()
                .filter(loss -> !Objects.equals(due.get(loss), found.get(loss)))
                .map(loss -> found.get(loss) + " times the " + loss + ", not " + due.get(loss))
                .toList();
    }

    /** Checks that every invalid record is rejected exactly once, and no valid one is. */
    public static <P> List<String> brokenByRejections(Collection<P> bad, Collection<P> rejected) {
        return eachOnce("rejection", bad, rejected);
    }

    private static <T> List<String> eachOnce(String kind, Collection<T> expected, Collection<T> actual) {
        List<String> broken = new ArrayList<>();
        Map<T, Long> times = times(actual);
        Set<T> due = new HashSet<>(expected);
        due.stream().filter(item -> !times.containsKey(item)).forEach(item -> broken.add("no " + kind + " of " + item));
        times.forEach((item, count) -> {
            if (!due.contains(item)) {
                broken.add("a " + kind + " of " + item + " that should not exist");
            } else if (count > 1) {
                broken.add(count + " times the " + kind + " of " + item);
            }
        });
        return broken;
    }

    private static <T> Map<T, Long> times(Collection<T> items) {
        return items.stream().collect(Collectors.groupingBy(item -> item, Collectors.counting()));
    }

    private static boolean isEnrolled(Statement statement) {
        return statement.status() == Status.ENROLLED;
    }
}
