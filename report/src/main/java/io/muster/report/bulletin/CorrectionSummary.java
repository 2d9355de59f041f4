package io.muster.report.bulletin;

import io.muster.domain.reference.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How corrections since the previous bulletin changed its figures. The time of a correction is its arrival; in a
 * replay, the time when its statement was recorded ({@link io.muster.board.CorrectionCount#madeAt}). Two corrections of
 * the same participant count twice. A new enrollment after a withdrawal is not a correction.
 *
 * @param from first local day of the corrections: the day after the previous bulletin
 * @param through last local day: the as-of day
 * @param made corrections made on these days
 * @param later corrections made after these days; figures are always current counts, so they contain these too. Empty
 *     if the as-of day is not over
 */
public record CorrectionSummary(LocalDate from, LocalDate through, Sum made, Sum later) {

    /** How a correction changed the figures. */
    public enum Kind {
        /** Moved to another area of the campaign, including one of the same district. */
        MOVED,
        /** Moved to another counted day in the same area. */
        CHANGED_DAY,
        /** No longer counted: withdrawn. */
        WITHDRAWN,
        /** No longer counted though enrolled: the area is outside the campaign, or the day is not counted. */
        LEFT,
        /** Counted now, but not before. */
        RESTORED
    }

    /**
     * Totals of a set of corrections.
     *
     * @param cases number of corrections of each kind
     * @param net net change of the campaign total
     * @param byArea net change of each affected line, the largest first, then by area id
     */
    public record Sum(Map<Kind, Long> cases, long net, List<Change> byArea) {
        public Sum {
            cases = Map.copyOf(cases);
            byArea = List.copyOf(byArea);
        }

        public long cases(Kind kind) {
            return cases.getOrDefault(kind, 0L);
        }

        /** Number of corrections of all kinds. */
        public long all() {
            return cases.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The net change of an area's count; never 0. */
    public record Change(Area area, long net) {}
}
