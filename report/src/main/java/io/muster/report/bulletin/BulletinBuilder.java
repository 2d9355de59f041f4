package io.muster.report.bulletin;

import io.muster.board.Board;
import io.muster.board.Published;
import io.muster.domain.counting.CountingState;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.plan.Ranking;
import io.muster.domain.plan.TwoDecimals;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.CampaignRow;
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
import java.util.function.ToLongFunction;
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

    static final int DAYS_OF_TREND = 7;

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
                campaign(),
                asOfDay,
                plannedThrough(),
                days().computedAt(progress.computedAt(), Stream.concat(Stream.of(root), areas.stream())),
                root,
                figures(root),
                days().certified(root, asOfDay),
                areas.get(0).level(),
                lines(areas, figures),
                own(tree, areas, figures),
                curve(root),
                corrections,
                progress.row().quality(),
                counting,
                news,
                board.areas());
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
        List<Area> withAttainment = begun.stream()
                .filter(area -> of(area, figures).attainmentPercent() != null)
                .toList();
        var byCount = Ranking.highestFirst(begun, area -> of(area, figures).enrolled());
        var byAttainment = Ranking.highestFirst(
                withAttainment, area -> Objects.requireNonNull(of(area, figures).attainmentPercent()));
        return areas.stream()
                .map(area -> new Line(area, of(area, figures), byCount.get(area), byAttainment.get(area)))
                .sorted(Comparator.comparing((Line line) -> -line.figures().enrolled())
                        .thenComparing(line -> line.area().areaId()))
                .toList();
    }

    private List<Own> own(Subtree tree, List<Area> areas, Map<Area, Figures> known) {
        Set<String> listed = new HashSet<>();
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
        return new Own(
                area,
                all.enrolled() - sum(below, Figures::enrolled),
                all.today() - sum(below, Figures::today),
                all.last7Days() - sum(below, Figures::last7Days),
                all.datedAhead() - sum(below, Figures::datedAhead));
    }

    private static long sum(List<Figures> figures, ToLongFunction<Figures> figure) {
        return figures.stream().mapToLong(figure).sum();
    }

    private static Figures of(Area area, Map<Area, Figures> figures) {
        return Objects.requireNonNull(figures.get(area));
    }

    private Figures figures(Area area) {
        Long target = subject.view().targets().get(area.areaId());
        Long aim = Target.aim(target);
        long enrolled = days().sum(area, campaign().startsOn(), asOfDay);
        return new Figures(
                enrolled,
                days().sum(area, asOfDay, asOfDay),
                days().sum(area, asOfDay.minusDays(DAYS_OF_TREND - 1), asOfDay),
                asOfDay.equals(today)
                        ? days().sum(area, today.plusDays(1), campaign().endsOn())
                        : 0,
                target,
                aim == null || enrolled < aim ? null : completedOn(area, aim),
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

    private LocalDate completedOn(Area area, long target) {
        long sum = 0;
        LocalDate reached = campaign().startsOn();
        for (var day : days().inPeriod(area, campaign().startsOn(), asOfDay).values()) {
            if (sum >= target) {
                break;
            }
            sum += day.row().enrolled();
            reached = day.row().date();
        }
        return reached;
    }
}
