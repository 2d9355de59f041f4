package io.muster.dashboard.report.explain;

import io.muster.dashboard.report.counted.CountedDays;
import io.muster.dashboard.report.counted.Known;
import io.muster.dashboard.report.counted.ReportException;
import io.muster.dashboard.report.counted.Subtree;
import io.muster.dashboard.report.explain.Explanation.Movement;
import io.muster.dashboard.report.explain.Explanation.Part;
import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.CorrectedBoard;
import io.muster.dashboard.view.Published;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains counts from what is published. */
public final class Explanations {

    private Explanations() {}

    /**
     * Explains the count of an area. Which areas are below it is as the tree is now, also for corrections that were made before it
     * changed.
     *
     * @param day the only day to be explained; null for the whole period
     * @return empty while the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign, or no such area in it
     */
    public static Optional<Explanation> of(
            CorrectedBoard told, String campaignId, String areaId, @Nullable LocalDate day) {
        Board board = told.board();
        Known known = Known.campaign(board, campaignId);
        Area root = known.root(board);
        Subtree tree = new Subtree(root, board.areas());
        var progress = known.view().progress();
        List<UnplacedArea> unplaced =
                progress == null ? List.of() : progress.row().quality().unplacedAreas();
        Area area = area(board, known.campaign(), tree, areaId, unplaced);
        LocalDate asOfDay = progress == null ? null : progress.row().asOfDay();
        if (progress == null || asOfDay == null) {
            return Optional.empty();
        }
        CountedDays days = known.days();
        Campaign campaign = known.campaign();
        Predicate<DayRow> explained = row -> day == null || day.equals(row.date());
        Predicate<DayRow> inPeriod = explained.and(row -> campaign.covers(row.date()));
        Predicate<DayRow> counted = inPeriod.and(row -> !row.date().isAfter(asOfDay));
        Predicate<DayRow> ahead = inPeriod.and(counted.negate()).and(row -> row.enrolled() > 0);
        Predicate<DayRow> outside = explained.and(inPeriod.negate()).and(row -> row.enrolled() > 0);
        List<Area> children = tree.childrenOf(area);
        List<Movement> movements = new Movements(tree.idsFrom(area), day).among(told.corrections());
        return Optional.of(new Explanation(
                campaign,
                root,
                area,
                day,
                asOfDay,
                days.computedAt(progress.computedAt(), Stream.concat(Stream.of(area), children.stream())),
                rows(days, area, counted),
                rows(days, area, ahead),
                rows(days, area, outside),
                parts(days, children, counted),
                movements,
                progress.row().quality(),
                named(board, movements)));
    }

    private static Area area(Board board, Campaign campaign, Subtree tree, String areaId, List<UnplacedArea> unplaced) {
        Area area = board.areas().get(areaId);
        for (UnplacedArea each : unplaced) {
            if (each.areaId().equals(areaId)) {
                throw new ReportException("area " + areaId + " is not in the tree of " + campaign.campaignId()
                        + ", but "
                        + each.enrolled() + " are enrolled there; publish the definitions from " + campaign.rootAreaId()
                        + " down to it, or have the statements corrected");
            }
        }
        if (area == null) {
            List<String> known = tree.atLevel(tree.levelBelowRoot()).stream()
                    .map(Area::areaId)
                    .toList();
            throw new ReportException("there is no area " + areaId + "; known, among others: " + campaign.rootAreaId()
                    + ", " + String.join(", ", known));
        }
        if (!tree.contains(areaId)) {
            throw new ReportException("area " + areaId + " is defined, but not below " + campaign.rootAreaId()
                    + ", the root of " + campaign.campaignId());
        }
        return area;
    }

    private static List<DayRow> rows(CountedDays days, Area area, Predicate<DayRow> which) {
        return days.of(area).values().stream().map(Published::row).filter(which).toList();
    }

    private static List<Part> parts(CountedDays days, List<Area> children, Predicate<DayRow> which) {
        return children.stream()
                .map(child -> new Part(
                        child,
                        rows(days, child, which).stream()
                                .mapToLong(DayRow::enrolled)
                                .sum()))
                .sorted(Comparator.comparingLong(Part::enrolled)
                        .reversed()
                        .thenComparing(part -> part.area().areaId()))
                .toList();
    }

    private static Map<String, Area> named(Board board, List<Movement> movements) {
        Map<String, Area> named = new HashMap<>();
        movements.stream()
                .flatMap(movement -> Stream.of(
                        movement.correction().from(), movement.correction().to()))
                .forEach(placement -> {
                    Area area = board.areas().get(placement.areaId());
                    if (area != null) {
                        named.put(area.areaId(), area);
                    }
                });
        return named;
    }
}
