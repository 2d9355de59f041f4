package io.muster.report.bulletin;

import io.muster.domain.counting.CountingState;
import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.plan.Ranking;
import io.muster.domain.plan.Stock;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.report.counted.Certified;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a press office would print about a campaign.
 *
 * @param asOfDay the last day that counts
 * @param plannedThrough the day at whose end the plan is meant that figures are held against: the as-of day where it is over by the
 *     clock that progress is judged by, as a press office looks back on it; while it runs the day before, as the published progress
 *     does (contract, rule 5), since a morning is not behind for want of its afternoon
 * @param computedAt when the newest of its figures was computed
 * @param root the area at the top of the campaign
 * @param total where the root stands
 * @param certified what was signed off of the root's days up to the as-of day; null where nothing was
 * @param level the level of the lines, e.g. district
 * @param lines the areas of that level, the highest count first, then by area id
 * @param own what was stated for areas above the lines themselves, or for areas that have none of that level below them, from the top
 *     down; without those for whom nothing is. Lines and own counts add up to the total, where no line is below another
 * @param curve every day of the campaign, from the day before its first
 * @param corrections null where they are not known
 * @param quality as counted now, whatever the as-of day
 * @param counting whether the application that counts is up to date now
 * @param tree how the tree of areas changed since the bulletin before
 * @param areas all that are defined, by area id
 */
public record Bulletin(
        Campaign campaign,
        LocalDate asOfDay,
        LocalDate plannedThrough,
        Instant computedAt,
        Area root,
        Figures total,
        @Nullable Certified certified,
        String level,
        List<Line> lines,
        List<Own> own,
        List<CurvePoint> curve,
        @Nullable Corrections corrections,
        DataQuality quality,
        CountingState counting,
        TreeNews tree,
        Map<String, Area> areas) {

    /**
     * One area.
     *
     * @param rankByCount among the lines; equal figures share a rank (1, 2, 2, 4); null where nobody is enrolled
     * @param rankByAttainment among the lines that have an attainment; null where nobody is enrolled
     */
    public record Line(
            Area area,
            Figures figures,
            @Nullable Integer rankByCount,
            @Nullable Integer rankByAttainment) {}

    /** What was stated for one area itself, and for none below it. */
    public record Own(Area area, long enrolled, long today, long last7Days, long datedAhead) {
        boolean isNothing() {
            return enrolled == 0 && today == 0 && last7Days == 0 && datedAhead == 0;
        }
    }

    /** Where in its time the campaign is at the end of the as-of day, or now while that day runs. */
    public enum Phase {
        /** The as-of day is before the first day. */
        NOT_STARTED,
        RUNNING,
        /** The last day is over: the figures are final but for corrections. */
        OVER
    }

    /**
     * The whole campaign at the end of a day.
     *
     * @param enrolled through that day; null after the last day that is counted
     * @param planned target × plan share, to two decimals; null without a target
     */
    public record CurvePoint(
            LocalDate date,
            @Nullable Long enrolled,
            @Nullable Double planned) {}

    public Bulletin {
        lines = List.copyOf(lines);
        own = List.copyOf(own);
        curve = List.copyOf(curve);
    }

    /** Whether the as-of day is over, by the clock that progress is judged by. */
    public boolean isDayOver() {
        return plannedThrough.equals(asOfDay);
    }

    public Phase phase() {
        if (asOfDay.isBefore(campaign.startsOn())) {
            return Phase.NOT_STARTED;
        }
        return plannedThrough.isBefore(campaign.endsOn()) ? Phase.RUNNING : Phase.OVER;
    }

    /** What the areas of the lines are called beside each other. */
    public AreaLabels labels(Function<Area, String> nameOf) {
        return AreaLabels.below(root.areaId(), areas, Set.of(level), nameOf);
    }

    /** The first of the seven days that end on the as-of day. */
    public LocalDate sevenDaysFrom() {
        return LastSevenDays.firstDay(asOfDay);
    }

    /** Participants before the campaign and those enrolled to date, null where the former is not known. */
    public @Nullable Long stock() {
        return Stock.of(campaign.baseline(), total.enrolled());
    }

    /** How much of the stock aimed at is reached, null where one of them is not known. */
    public @Nullable Double stockPercent() {
        return Stock.percent(stock(), campaign.stockTarget());
    }

    /** Those ranked first to fifth by count, with more than nothing. */
    public List<Line> leadersByCount() {
        return leaders(Line::rankByCount);
    }

    /** Those ranked first to fifth by attainment, with more than nothing; ordered by that rank, then area id. */
    public List<Line> leadersByAttainment() {
        return leaders(Line::rankByAttainment);
    }

    private List<Line> leaders(Function<Line, @Nullable Integer> rank) {
        Function<Line, Integer> rankOrLast = line -> {
            Integer known = rank.apply(line);
            return known == null ? Integer.MAX_VALUE : known;
        };
        return lines.stream()
                .filter(line -> Ranking.isLeading(rank.apply(line), line.figures.enrolled() > 0))
                .sorted(Comparator.comparing(rankOrLast).thenComparing(line -> line.area.areaId()))
                .toList();
    }

    /** Those that reached their target, the first to do so first. */
    public List<Line> completed() {
        return lines.stream()
                .filter(line -> line.figures.completedOn() != null)
                .sorted(Comparator.comparing(Bulletin::completion).thenComparing(line -> line.area.areaId()))
                .toList();
    }

    /** Those that are behind their plan, the furthest first, then by area id. */
    public List<Line> behind() {
        return lines.stream()
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
