package io.muster.report.explain;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.LostStatement;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.domain.tally.DayRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Explains the count of an area: its days and parts, the corrections that changed it, and the statements that lost.
 * Identifies statements, never participants.
 *
 * @param parts areas directly below, the highest count first, then by area id
 * @param quality data quality of the whole campaign
 */
public record Explanation(
        Subject subject, ExplainedDays explainedDays, List<Part> parts, Causes causes, DataQuality quality) {

    /**
     * What is explained.
     *
     * @param root root area of the campaign
     * @param day the only explained day; null for the whole period
     * @param asOfDay the current as-of day
     * @param computedAt when the latest of the figures was computed
     */
    public record Subject(
            Campaign campaign,
            Area root,
            Area area,
            @Nullable LocalDate day,
            LocalDate asOfDay,
            Instant computedAt) {}

    /**
     * The explained rows, by day.
     *
     * @param counted rows within the campaign's period up to the as-of day
     * @param ahead rows of later days of the period with a count above 0
     * @param outside rows outside the period with a count above 0
     */
    public record ExplainedDays(List<DayRow> counted, List<DayRow> ahead, List<DayRow> outside) {

        public ExplainedDays {
            counted = List.copyOf(counted);
            ahead = List.copyOf(ahead);
            outside = List.copyOf(outside);
        }
    }

    /**
     * What changed the count.
     *
     * @param movements by arrival
     * @param lost statements that arrived later than the winning one but lost, by arrival; either of the two names the
     *     area or one below it
     * @param tree effects of area tree changes on the count
     * @param named definitions of the areas named by movements, lost statements and tree changes, by area id; lacks
     *     undefined areas
     */
    public record Causes(
            List<Movement> movements, List<LostStatement> lost, TreeEffects tree, Map<AreaId, Area> named) {

        public Causes {
            movements = List.copyOf(movements);
            lost = List.copyOf(lost);
            named = Map.copyOf(named);
        }
    }

    /** The contribution of an area below: enrolled on the explained days. */
    public record Part(Area area, long enrolled) {}

    /**
     * A correction and its effect on the area.
     *
     * @param side which of its statements names the area or one below it
     */
    public record Movement(Kind kind, Side side, Correction correction) {}

    /** Which of the two statements of a correction names the explained area or one below it. */
    public enum Side {
        BOTH,
        /** Only the previous one: an office of another area moved or withdrew a participant of this area. */
        FROM,
        /** Only the new one: an office of this area moved or withdrew a participant of another area. */
        TO
    }

    /** The effect of a correction on the count of the area. */
    public enum Kind {
        /** The participant is now counted outside this area. */
        MOVED_AWAY,
        /** The participant is no longer counted. */
        WITHDRAWN,
        /** The participant was counted outside this area, or not at all, before. */
        MOVED_IN,
        /** The participant is still counted in this area, on another day. */
        CHANGED_DAY,
        /** A statement of this area withdrew a participant counted elsewhere. The count is unchanged. */
        WITHDREW_ELSEWHERE
    }

    public Explanation {
        parts = List.copyOf(parts);
    }

    public Campaign campaign() {
        return subject.campaign();
    }

    public Area root() {
        return subject.root();
    }

    public Area area() {
        return subject.area();
    }

    public @Nullable LocalDate day() {
        return subject.day();
    }

    public LocalDate asOfDay() {
        return subject.asOfDay();
    }

    public Instant computedAt() {
        return subject.computedAt();
    }

    public List<DayRow> days() {
        return explainedDays.counted();
    }

    public List<DayRow> ahead() {
        return explainedDays.ahead();
    }

    public List<DayRow> outside() {
        return explainedDays.outside();
    }

    public List<Movement> movements() {
        return causes.movements();
    }

    public List<LostStatement> lost() {
        return causes.lost();
    }

    public TreeEffects tree() {
        return causes.tree();
    }

    public Map<AreaId, Area> named() {
        return causes.named();
    }

    /** The count: the sum of its days. */
    public long enrolled() {
        return days().stream().mapToLong(DayRow::enrolled).sum();
    }

    /** Withdrawn on its days. */
    public long withdrawn() {
        return days().stream().mapToLong(DayRow::withdrawn).sum();
    }

    /** Sum of the certified counts of its days; null if none is certified. */
    public @Nullable Long certified() {
        return sum(days().stream().map(DayRow::certified).toList());
    }

    /** Current count minus certified count of the certified days; null if none is certified. */
    public @Nullable Long adjustment() {
        return sum(days().stream().map(DayRow::adjustment).toList());
    }

    /** Enrolled on future days of the period; not part of the count yet. */
    public long datedAhead() {
        return ahead().stream().mapToLong(DayRow::enrolled).sum();
    }

    /** Enrolled on days outside the period; never counted. */
    public long outsidePeriod() {
        return outside().stream().mapToLong(DayRow::enrolled).sum();
    }

    /** Enrolled by statements that name the area itself, not an area below it. */
    public long own() {
        return enrolled() - parts.stream().mapToLong(Part::enrolled).sum();
    }

    /** Number of movements of a kind. */
    public long count(Kind kind) {
        return movements().stream().filter(movement -> movement.kind == kind).count();
    }

    /** Corrections of a side, counted by the source of their new statement: the most first, then by source. */
    public List<SourceCount> madeBy(Side side) {
        Map<String, Long> counts = movements().stream()
                .filter(movement -> movement.side == side)
                .collect(Collectors.groupingBy(
                        movement -> movement.correction.to().source(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new SourceCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(SourceCount::participants)
                        .reversed()
                        .thenComparing(SourceCount::source))
                .toList();
    }

    private static @Nullable Long sum(List<@Nullable Long> figures) {
        Long sum = null;
        for (Long figure : figures) {
            if (figure != null) {
                sum = figure + (sum == null ? 0 : sum);
            }
        }
        return sum;
    }
}
