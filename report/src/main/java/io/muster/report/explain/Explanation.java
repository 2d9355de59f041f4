package io.muster.report.explain;

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
 * How the count of an area comes about, who of those counted moved or went, and which statements lost: statements, never persons.
 *
 * @param root the area at the top of the campaign
 * @param day the only day that is explained; null for the whole period
 * @param asOfDay the day for which progress is judged now
 * @param computedAt when the newest of the figures was computed
 * @param days the rows of the campaign's period up to the as-of day, by day; those that are explained
 * @param ahead the rows of later days of the period on which somebody is enrolled, by day; those that are explained
 * @param outside the rows of other days on which somebody is enrolled, by day; those that are explained
 * @param parts the areas directly below, the highest count first, then by area id
 * @param movements in the order in which they came in
 * @param lost the statements that lost though they arrived later, in the order in which they came in; those that name, or lost to one
 *     that names, the area or one below it
 * @param quality what is not counted in the whole campaign
 * @param named the definitions of the areas that movements, lost statements and changes of the tree name, by area id; without those
 *     that are not defined
 * @param tree what changes of the tree of areas did to the count
 */
public record Explanation(
        Campaign campaign,
        Area root,
        Area area,
        @Nullable LocalDate day,
        LocalDate asOfDay,
        Instant computedAt,
        List<DayRow> days,
        List<DayRow> ahead,
        List<DayRow> outside,
        List<Part> parts,
        List<Movement> movements,
        List<LostStatement> lost,
        DataQuality quality,
        Map<String, Area> named,
        TreeEffects tree) {

    /** What an area below contributes: enrolled on the days that are explained. */
    public record Part(Area area, long enrolled) {}

    /**
     * A correction, and what it did to the area.
     *
     * @param side which of its statements names the area or one below it
     */
    public record Movement(Kind kind, Side side, Correction correction) {}

    /** Which of the two statements of a correction names the area explained, or one below it. */
    public enum Side {
        BOTH,
        /** The first alone: an office of another area moved or withdrew a participant of this one. */
        FROM,
        /** The second alone: an office of this area moved or withdrew a participant of another one. */
        TO
    }

    /** What a correction did to the count of the area. */
    public enum Kind {
        /** The participant counts in an area that is not this one, nor below it. */
        MOVED_AWAY,
        /** The participant counts no longer. */
        WITHDRAWN,
        /** The participant was counted elsewhere before. */
        MOVED_IN,
        /** The participant still counts in the area or below it, on another day. */
        CHANGED_DAY,
        /** A statement of the area withdrew a participant who was counted elsewhere; its count stays the same. */
        WITHDREW_ELSEWHERE
    }

    public Explanation {
        days = List.copyOf(days);
        ahead = List.copyOf(ahead);
        outside = List.copyOf(outside);
        parts = List.copyOf(parts);
        movements = List.copyOf(movements);
        lost = List.copyOf(lost);
        named = Map.copyOf(named);
    }

    /** The count: the sum of its days. */
    public long enrolled() {
        return days.stream().mapToLong(DayRow::enrolled).sum();
    }

    /** Withdrawn on its days. */
    public long withdrawn() {
        return days.stream().mapToLong(DayRow::withdrawn).sum();
    }

    /** What was signed off for its days, null where nothing was. */
    public @Nullable Long certified() {
        return sum(days.stream().map(DayRow::certified).toList());
    }

    /** How much the certified days differ now from what was signed off, null where nothing was. */
    public @Nullable Long adjustment() {
        return sum(days.stream().map(DayRow::adjustment).toList());
    }

    /** Enrolled on days of the period that are still to come; they enter when their day comes. */
    public long datedAhead() {
        return ahead.stream().mapToLong(DayRow::enrolled).sum();
    }

    /** Enrolled on days that do not count. */
    public long outsidePeriod() {
        return outside.stream().mapToLong(DayRow::enrolled).sum();
    }

    /** Enrolled by statements that name the area itself, and none below it. */
    public long own() {
        return enrolled() - parts.stream().mapToLong(Part::enrolled).sum();
    }

    /** How many movements are of that kind. */
    public long count(Kind kind) {
        return movements.stream().filter(movement -> movement.kind == kind).count();
    }

    /** How many of the corrections of that side there are of each source of their second statement: the most first, then by source. */
    public List<SourceCount> madeBy(Side side) {
        Map<String, Long> counts = movements.stream()
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
