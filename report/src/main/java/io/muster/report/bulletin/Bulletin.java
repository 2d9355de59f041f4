package io.muster.report.bulletin;

import io.muster.domain.AreaId;
import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.plan.Ranking;
import io.muster.domain.plan.Stock;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CountingState;
import io.muster.report.counted.CertifiedTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a campaign as of a day, as a press office publishes them.
 *
 * @param scope what the bulletin is about
 * @param total figures of the root
 * @param certified certified counts of the root up to the as-of day; null if none
 * @param breakdown the figures by area
 * @param curve one point per day, starting with the day before the campaign
 * @param changes what changed earlier figures since the previous bulletin
 * @param reliability whether the figures are complete
 */
public record Bulletin(
        Scope scope,
        Figures total,
        @Nullable CertifiedTotal certified,
        Breakdown breakdown,
        List<CurvePoint> curve,
        Changes changes,
        Reliability reliability) {

    /**
     * An area with its figures and ranks.
     *
     * @param rankByCount rank among the lines; equal counts share a rank (1, 2, 2, 4); null if the count is 0
     * @param rankByAttainment rank among the lines with an attainment; null if the count is 0
     */
    public record Line(
            Area area,
            Figures figures,
            @Nullable Integer rankByCount,
            @Nullable Integer rankByAttainment) {}

    /** Counts stated for an area itself, not for an area below it. */
    public record Own(Area area, long enrolled, long today, long last7Days, long datedAhead) {
        boolean isNothing() {
            return enrolled == 0 && today == 0 && last7Days == 0 && datedAhead == 0;
        }
    }

    /** Phase of the campaign at the end of the as-of day, or now if that day is not over. */
    public enum Phase {
        /** The as-of day is before the first day. */
        NOT_STARTED,
        RUNNING,
        /** The last day is over. Only corrections can still change the figures. */
        OVER
    }

    /**
     * The campaign total at the end of a day.
     *
     * @param enrolled enrolled up to that day; null after the as-of day
     * @param planned target × plan share, to two decimals; null without a target
     */
    public record CurvePoint(
            LocalDate date,
            @Nullable Long enrolled,
            @Nullable Double planned) {}

    /**
     * What the bulletin is about.
     *
     * @param asOfDay last counted day
     * @param plannedThrough figures are compared with the plan at the end of this day: the as-of day if it is over;
     *     otherwise the day before, as in the published progress (docs/rules.md, rule 5), because an unfinished day
     *     must not count as behind
     * @param computedAt when the latest of the figures was computed
     * @param root root area of the campaign
     * @param areas all defined areas, by area id
     */
    public record Scope(
            Campaign campaign,
            LocalDate asOfDay,
            LocalDate plannedThrough,
            Instant computedAt,
            Area root,
            Map<AreaId, Area> areas) {}

    /**
     * The figures by area.
     *
     * @param level level of the lines, e.g. district
     * @param lines areas of that level, the highest count first, then by area id
     * @param own counts stated for areas outside the lines (above them, or in branches without that level), top down,
     *     without zeros. Lines and own counts add up to the total unless one line is below another
     */
    public record Breakdown(String level, List<Line> lines, List<Own> own) {

        public Breakdown {
            lines = List.copyOf(lines);
            own = List.copyOf(own);
        }
    }

    /**
     * What changed earlier figures since the previous bulletin.
     *
     * @param corrections null if unknown
     */
    public record Changes(@Nullable CorrectionSummary corrections, TreeChangeReport tree) {}

    /**
     * Whether the figures are complete.
     *
     * @param quality current, whatever the as-of day
     * @param counting whether the streams application is up to date now
     */
    public record Reliability(DataQuality quality, CountingState counting) {}

    public Bulletin {
        curve = List.copyOf(curve);
    }

    public Campaign campaign() {
        return scope.campaign();
    }

    public LocalDate asOfDay() {
        return scope.asOfDay();
    }

    public LocalDate plannedThrough() {
        return scope.plannedThrough();
    }

    public Instant computedAt() {
        return scope.computedAt();
    }

    public Area root() {
        return scope.root();
    }

    public String level() {
        return breakdown.level();
    }

    public List<Line> lines() {
        return breakdown.lines();
    }

    public List<Own> own() {
        return breakdown.own();
    }

    public @Nullable CorrectionSummary corrections() {
        return changes.corrections();
    }

    public TreeChangeReport tree() {
        return changes.tree();
    }

    public DataQuality quality() {
        return reliability.quality();
    }

    public CountingState counting() {
        return reliability.counting();
    }

    /** Whether the as-of day is over. */
    public boolean isDayOver() {
        return plannedThrough().equals(asOfDay());
    }

    public Phase phase() {
        if (asOfDay().isBefore(campaign().startsOn())) {
            return Phase.NOT_STARTED;
        }
        return plannedThrough().isBefore(campaign().endsOn()) ? Phase.RUNNING : Phase.OVER;
    }

    /** Labels that distinguish the areas of the lines. */
    public AreaLabels labels(Function<Area, String> nameOf) {
        return AreaLabels.below(root().areaId(), scope.areas(), Set.of(level()), nameOf);
    }

    /** The first of the seven days that end on the as-of day. */
    public LocalDate sevenDaysFrom() {
        return LastSevenDays.firstDay(asOfDay());
    }

    /** The baseline plus enrolled to date; null without a baseline. */
    public @Nullable Long stock() {
        return Stock.of(campaign().baseline(), total.enrolled());
    }

    /** The percentage of the stock target that is reached; null without a baseline or a stock target. */
    public @Nullable Double stockPercent() {
        return Stock.percent(stock(), campaign().stockTarget());
    }

    /** Lines ranked first to fifth by count, with a count above 0. */
    public List<Line> leadersByCount() {
        return leaders(Line::rankByCount, Figures::enrolled);
    }

    /** Lines ranked first to fifth by attainment, with an attainment above 0, by rank, then area id. */
    public List<Line> leadersByAttainment() {
        return leaders(Line::rankByAttainment, Figures::attainmentPercent);
    }

    private List<Line> leaders(
            Function<Line, @Nullable Integer> rank, Function<Figures, ? extends @Nullable Number> figure) {
        Function<Line, Integer> rankOrLast = line -> {
            Integer known = rank.apply(line);
            return known == null ? Integer.MAX_VALUE : known;
        };
        return lines().stream()
                .filter(line -> Ranking.isLeading(rank.apply(line), figure.apply(line.figures)))
                .sorted(Comparator.comparing(rankOrLast).thenComparing(line -> line.area.areaId()))
                .toList();
    }

    /** Lines that reached their target, the earliest first. */
    public List<Line> completed() {
        return lines().stream()
                .filter(line -> line.figures.completedOn() != null)
                .sorted(Comparator.comparing(Bulletin::completion).thenComparing(line -> line.area.areaId()))
                .toList();
    }

    /** Lines that are behind their plan, the furthest first, then by area id. */
    public List<Line> behind() {
        return lines().stream()
                .filter(line -> line.figures.behindBy() > 0)
                .sorted(Comparator.comparing((Line line) -> -line.figures.behindBy())
                        .thenComparing(line -> line.area.areaId()))
                .toList();
    }

    private static LocalDate completion(Line line) {
        LocalDate day = line.figures.completedOn();
        return day == null ? LocalDate.MAX : day;
    }
}
