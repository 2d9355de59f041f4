package io.muster.dashboard.report.bulletin;

import io.muster.dashboard.report.bulletin.Bulletin.Line;
import io.muster.dashboard.report.counted.CountedDays;
import io.muster.dashboard.report.counted.Known;
import io.muster.dashboard.view.Published;
import io.muster.domain.counting.CountingState;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.plan.Ranking;
import io.muster.domain.plan.TwoDecimals;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the days of a campaign, by rules 3 and 4 of the contract.
 *
 * @param asOfDay of which {@code today} and the last seven days speak
 * @param countedThrough the last day that is in the sum to date
 * @param today the day for which progress is judged now
 */
record BulletinMaker(
        Known known, Published<CampaignRow> progress, LocalDate asOfDay, LocalDate countedThrough, LocalDate today) {

    static final int DAYS_OF_TREND = 7;

    Bulletin make(Area root, List<Area> areas, @Nullable Corrections corrections, CountingState counting, TreeNews tree) {
        Map<Area, Figures> figures = new HashMap<>();
        areas.forEach(area -> figures.put(area, figures(area)));
        return new Bulletin(
                campaign(),
                asOfDay,
                plannedThrough(),
                days().computedAt(progress.computedAt(), Stream.concat(Stream.of(root), areas.stream())),
                root,
                figures(root),
                days().certified(root, countedThrough),
                areas.get(0).level(),
                lines(areas, figures),
                curve(root),
                corrections,
                progress.row().quality(),
                counting,
                tree);
    }

    /** The as-of day, where it is over; else the day before, as for the published progress. */
    private LocalDate plannedThrough() {
        return asOfDay.isBefore(today) ? asOfDay : asOfDay.minusDays(1);
    }

    private Campaign campaign() {
        return known.campaign();
    }

    private CountedDays days() {
        return known.days();
    }

    private static List<Line> lines(List<Area> areas, Map<Area, Figures> figures) {
        var byCount = Ranking.highestFirst(areas, area -> of(area, figures).enrolled());
        List<Area> withAttainment = areas.stream()
                .filter(area -> of(area, figures).attainmentPercent() != null)
                .toList();
        var byAttainment = Ranking.highestFirst(
                withAttainment, area -> Objects.requireNonNull(of(area, figures).attainmentPercent()));
        return areas.stream()
                .map(area -> new Line(area, of(area, figures), Ranking.rankOf(area, byCount), byAttainment.get(area)))
                .sorted(Comparator.comparingInt(Line::rankByCount)
                        .thenComparing(line -> line.area().areaId()))
                .toList();
    }

    private static Figures of(Area area, Map<Area, Figures> figures) {
        return Objects.requireNonNull(figures.get(area));
    }

    private Figures figures(Area area) {
        Long target = known.view().targets().get(area.areaId());
        long enrolled = days().sum(area, campaign().startsOn(), countedThrough);
        return new Figures(
                enrolled,
                days().sum(area, asOfDay, asOfDay),
                days().sum(area, asOfDay.minusDays(DAYS_OF_TREND - 1), asOfDay),
                target,
                target == null || enrolled < target ? null : completedOn(area, target),
                target == null ? null : PlanShare.planned(target, plannedThrough(), campaign()));
    }

    private List<Bulletin.CurvePoint> curve(Area root) {
        Long target = known.view().targets().get(root.areaId());
        var counted = days().inPeriod(root, campaign().startsOn(), countedThrough);
        LocalDate lastDay = counted.values().stream()
                .filter(day -> day.row().enrolled() > 0)
                .map(day -> day.row().date())
                .reduce(asOfDay, (a, b) -> b.isAfter(a) ? b : a);
        List<Bulletin.CurvePoint> curve = new ArrayList<>();
        long sum = 0;
        LocalDate day = campaign().startsOn().minusDays(1);
        for (; !day.isAfter(campaign().endsOn()); day = day.plusDays(1)) {
            var row = counted.get(day);
            sum += row == null ? 0 : row.row().enrolled();
            curve.add(new Bulletin.CurvePoint(
                    day,
                    day.isAfter(lastDay) ? null : (Long) sum,
                    target == null ? null : TwoDecimals.of(PlanShare.planned(target, day, campaign()))));
        }
        return curve;
    }

    private LocalDate completedOn(Area area, long target) {
        long sum = 0;
        LocalDate reached = campaign().startsOn();
        for (var day :
                days().inPeriod(area, campaign().startsOn(), countedThrough).values()) {
            if (sum >= target) {
                break;
            }
            sum += day.row().enrolled();
            reached = day.row().date();
        }
        return reached;
    }
}
