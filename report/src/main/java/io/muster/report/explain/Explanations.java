package io.muster.report.explain;

import static java.util.Collections.emptyNavigableMap;

import io.muster.board.Board;
import io.muster.board.BoardWithHistory;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.LostStatement;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tree.TreeChanges;
import io.muster.report.counted.CountedCampaign;
import io.muster.report.counted.PublishedDays;
import io.muster.report.counted.ReportException;
import io.muster.report.counted.Subtree;
import io.muster.report.explain.Explanation.Movement;
import io.muster.report.explain.Explanation.Part;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates explanations from a board. */
public final class Explanations {

    private Explanations() {}

    /**
     * Explains the count of an area. Uses the current area tree, even for corrections made before the tree changed.
     *
     * @param day the only day to explain; null for the whole period
     * @return empty if the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign, or no such area in it
     */
    public static Optional<Explanation> of(
            BoardWithHistory told, CampaignId campaignId, AreaId areaId, @Nullable LocalDate day) {
        Board board = told.board();
        CountedCampaign subject = CountedCampaign.find(board, campaignId);
        Area root = subject.root(board);
        Subtree tree = new Subtree(root, board.areas());
        var progress = subject.view().progress();
        List<UnplacedArea> unplaced =
                progress == null ? List.of() : progress.row().quality().unplacedAreas();
        Area area = area(board, subject.campaign(), tree, areaId, unplaced);
        LocalDate asOfDay = progress == null ? null : progress.row().asOfDay();
        if (progress == null || asOfDay == null) {
            return Optional.empty();
        }
        PublishedDays days = subject.days();
        Campaign campaign = subject.campaign();
        Predicate<DayRow> explained = row -> day == null || day.equals(row.date());
        Predicate<DayRow> inPeriod = explained.and(row -> campaign.covers(row.date()));
        Predicate<DayRow> counted = inPeriod.and(row -> !row.date().isAfter(asOfDay));
        Predicate<DayRow> ahead = inPeriod.and(counted.negate()).and(row -> row.enrolled() > 0);
        Predicate<DayRow> outside = explained.and(inPeriod.negate()).and(row -> row.enrolled() > 0);
        List<Area> children = tree.childrenOf(area);
        Movements movements = new Movements(tree.idsFrom(area), day);
        List<Movement> moved = movements.among(told.corrections());
        List<LostStatement> lost = movements.lost(told.lost(), told.corrections());
        TreeEffects effects = TreeEffects.of(
                TreeChanges.of(board.areas(), campaign.rootAreaId(), subject.view()::enrolled),
                areaId,
                date -> (day == null || day.equals(date)) && campaign.covers(date) && !date.isAfter(asOfDay),
                rows(days, area, counted),
                told.certifiedAt().getOrDefault(areaId, emptyNavigableMap()));
        return Optional.of(new Explanation(
                new Explanation.Subject(
                        campaign,
                        root,
                        area,
                        day,
                        asOfDay,
                        days.computedAt(progress.computedAt(), Stream.concat(Stream.of(area), children.stream()))),
                new Explanation.ExplainedDays(
                        rows(days, area, counted), rows(days, area, ahead), rows(days, area, outside)),
                parts(days, children, counted),
                new Explanation.Causes(moved, lost, effects, named(board, moved, lost, effects)),
                progress.row().quality()));
    }

    private static Area area(Board board, Campaign campaign, Subtree tree, AreaId areaId, List<UnplacedArea> unplaced) {
        Area area = board.areas().get(areaId);
        for (UnplacedArea each : unplaced) {
            if (each.areaId().equals(areaId)) {
                throw new ReportException("area " + areaId + " is not in the tree of " + campaign.campaignId()
                        + ", but people are enrolled there: " + each.enrolled() + "; publish the definitions from "
                        + campaign.rootAreaId()
                        + " down to it, or have the statements corrected");
            }
        }
        if (area == null) {
            List<String> known = tree.atLevel(tree.levelBelowRoot()).stream()
                    .map(child -> child.areaId().value())
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

    private static List<DayRow> rows(PublishedDays days, Area area, Predicate<DayRow> which) {
        return days.of(area).values().stream().map(Published::row).filter(which).toList();
    }

    private static List<Part> parts(PublishedDays days, List<Area> children, Predicate<DayRow> which) {
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

    private static Map<AreaId, Area> named(
            Board board, List<Movement> movements, List<LostStatement> lost, TreeEffects tree) {
        Stream<Placement> moved = movements.stream()
                .flatMap(movement -> Stream.of(
                        movement.correction().from(), movement.correction().to()));
        Stream<AreaId> byStatements = Stream.concat(
                        moved, lost.stream().flatMap(loss -> Stream.of(loss.lost(), loss.standing())))
                .map(Placement::areaId);
        Stream<AreaId> byTree =
                tree.effects().stream().flatMap(effect -> effect.change().named());
        Map<AreaId, Area> named = new HashMap<>();
        Stream.concat(byStatements, byTree).forEach(areaId -> {
            Area area = board.areas().get(areaId);
            if (area != null) {
                named.put(areaId, area);
            }
        });
        return named;
    }
}
