package io.muster.dashboard.report;

import static java.util.Collections.emptyNavigableMap;

import io.muster.dashboard.report.Bulletin.Line;
import io.muster.dashboard.view.AreaView;
import io.muster.dashboard.view.CampaignView;
import io.muster.dashboard.view.Published;
import io.muster.domain.plan.Ranking;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Adds up the days of a campaign, by rules 3 and 4 of the contract.
 *
 * @param asOfDay of which {@code today} and the last seven days speak
 * @param countedThrough the last day that is in the sum to date
 */
record BulletinMaker(
        Campaign campaign,
        CampaignView view,
        Published<CampaignRow> progress,
        LocalDate asOfDay,
        LocalDate countedThrough) {

    static final int DAYS_OF_TREND = 7;

    Bulletin make(Area root, String level, List<Area> areas) {
        Map<Area, Figures> figures = new HashMap<>();
        areas.forEach(area -> figures.put(area, figures(area)));
        return new Bulletin(
                campaign,
                asOfDay,
                computedAt(root, areas),
                root,
                figures(root),
                level,
                lines(areas, figures),
                progress.row().quality());
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
        Long target = view.targets().get(area.areaId());
        long enrolled = sum(area, campaign.startsOn(), countedThrough);
        return new Figures(
                enrolled,
                sum(area, asOfDay, asOfDay),
                sum(area, asOfDay.minusDays(DAYS_OF_TREND - 1), asOfDay),
                target,
                target == null || enrolled < target ? null : completedOn(area, target));
    }

    private long sum(Area area, LocalDate from, LocalDate to) {
        return inPeriod(area, from, to).values().stream()
                .mapToLong(day -> day.row().enrolled())
                .sum();
    }

    private LocalDate completedOn(Area area, long target) {
        long sum = 0;
        LocalDate reached = campaign.startsOn();
        for (var day : inPeriod(area, campaign.startsOn(), countedThrough).values()) {
            if (sum >= target) {
                break;
            }
            sum += day.row().enrolled();
            reached = day.row().date();
        }
        return reached;
    }

    private NavigableMap<LocalDate, Published<DayRow>> inPeriod(Area area, LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(campaign.startsOn()) ? campaign.startsOn() : from;
        LocalDate last = to.isAfter(campaign.endsOn()) ? campaign.endsOn() : to;
        return first.isAfter(last) ? emptyNavigableMap() : days(area).subMap(first, true, last, true);
    }

    private NavigableMap<LocalDate, Published<DayRow>> days(Area area) {
        AreaView known = view.areas().get(area.areaId());
        return known == null ? emptyNavigableMap() : known.days();
    }

    private Instant computedAt(Area root, List<Area> areas) {
        Stream<Instant> ofDays = Stream.concat(Stream.of(root), areas.stream())
                .flatMap(area -> days(area).values().stream())
                .map(Published::computedAt);
        return ofDays.reduce(progress.computedAt(), (a, b) -> b.isAfter(a) ? b : a);
    }
}
