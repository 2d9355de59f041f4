package io.muster.report.bulletin;

import io.muster.board.Board;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.plan.CountsToDate;
import io.muster.domain.plan.DayCounts;
import io.muster.domain.plan.PeriodCounts;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.plan.Ranking;
import io.muster.domain.plan.TwoDecimals;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CountingState;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Own;
import io.muster.report.counted.CountedCampaign;
import io.muster.report.counted.PublishedDays;
import io.muster.report.counted.Subtree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds a bulletin from the published days of a campaign, by rules 3 and 4 of the contract.
 *
 * @param board defines the areas
 * @param asOfDay last counted day; {@code Figures.today} is its count, and the last seven days end on it
 * @param today the current as-of day
 */
record BulletinBuilder(
        Board board, CountedCampaign subject, Published<CampaignRow> progress, LocalDate asOfDay, LocalDate today) {

    /** @param areas the areas of the lines */
    Bulletin make(
            Area root,
            Subtree tree,
            List<Area> areas,
            @Nullable CorrectionSummary corrections,
            CountingState counting,
            TreeChangeReport news) {
        Map<Area, Figures> figures = new HashMap<>();
        areas.forEach(area -> figures.put(area, figures(area)));
        return new Bulletin(
                new Bulletin.Scope(
                        campaign(),
                        asOfDay,
                        plannedThrough(),
                        days().computedAt(progress.computedAt(), Stream.concat(Stream.of(root), areas.stream())),
                        root,
                        board.areas()),
                figures(root),
                days().certified(root, asOfDay),
                new Bulletin.Breakdown(areas.get(0).level(), lines(areas, figures), own(tree, areas, figures)),
                curve(root),
                new Bulletin.Changes(corrections, news),
                new Bulletin.Reliability(progress.row().quality(), counting));
    }

    /** The as-of day if it is over, else the day before, as in the published progress. */
    private LocalDate plannedThrough() {
        return asOfDay.isBefore(today) ? asOfDay : asOfDay.minusDays(1);
    }

    private Campaign campaign() {
        return subject.campaign();
    }

    private PublishedDays days() {
        return subject.days();
    }

    private static List<Line> lines(List<Area> areas, Map<Area, Figures> figures) {
        List<Area> begun =
                areas.stream().filter(area -> of(area, figures).enrolled() > 0).toList();
        Map<Area, Integer> byCount = new HashMap<>();
        Map<Area, Integer> byAttainment = new HashMap<>();
        Ranking.byCount(begun, area -> of(area, figures).enrolled(), byCount::put);
        Ranking.byAttainment(begun, area -> of(area, figures).attainmentPercent(), byAttainment::put);
        return areas.stream()
                .map(area -> new Line(area, of(area, figures), byCount.get(area), byAttainment.get(area)))
                .sorted(Comparator.comparing((Line line) -> -line.figures().enrolled())
                        .thenComparing(line -> line.area().areaId()))
                .toList();
    }

    private List<Own> own(Subtree tree, List<Area> areas, Map<Area, Figures> known) {
        Set<AreaId> listed = new HashSet<>();
        areas.forEach(area -> listed.addAll(tree.idsFrom(area)));
        Map<Area, Figures> figures = new HashMap<>(known);
        return tree.all()
                .filter(area -> !listed.contains(area.areaId()))
                .map(area -> own(
                        area,
                        figures.computeIfAbsent(area, this::figures),
                        tree.childrenOf(area).stream()
                                .map(child -> figures.computeIfAbsent(child, this::figures))
                                .toList()))
                .filter(own -> !own.isNothing())
                .toList();
    }

    private static Own own(Area area, Figures all, List<Figures> below) {
        CountsToDate own =
                all.counts().minus(below.stream().map(Figures::counts).toList());
        return new Own(area, own.enrolled(), own.today(), own.last7Days(), own.datedAhead());
    }

    private static Figures of(Area area, Map<Area, Figures> figures) {
        return Objects.requireNonNull(figures.get(area));
    }

    private Figures figures(Area area) {
        Long target = subject.view().targets().get(area.areaId());
        Long aim = Target.aim(target);
        DayCounts counts = days().counts(area);
        CountsToDate toDate = CountsToDate.of(campaign(), asOfDay, counts);
        return new Figures(
                toDate.enrolled(),
                toDate.today(),
                toDate.last7Days(),
                asOfDay.equals(today) ? toDate.datedAhead() : 0,
                target,
                aim == null ? null : PeriodCounts.completedOn(campaign(), asOfDay, aim, counts),
                aim == null ? null : PlanShare.planned(aim, plannedThrough(), campaign()));
    }

    private List<Bulletin.CurvePoint> curve(Area root) {
        Long target = subject.view().targets().get(root.areaId());
        var counted = days().inPeriod(root, campaign().startsOn(), asOfDay);
        boolean started = !asOfDay.isBefore(campaign().startsOn());
        List<Bulletin.CurvePoint> curve = new ArrayList<>();
        long sum = 0;
        LocalDate day = campaign().startsOn().minusDays(1);
        for (; !day.isAfter(campaign().endsOn()); day = day.plusDays(1)) {
            var row = counted.get(day);
            sum += row == null ? 0 : row.row().enrolled();
            curve.add(new Bulletin.CurvePoint(
                    day,
                    started && !day.isAfter(asOfDay) ? (Long) sum : null,
                    target == null ? null : TwoDecimals.of(PlanShare.planned(target, day, campaign()))));
        }
        return curve;
    }
}
