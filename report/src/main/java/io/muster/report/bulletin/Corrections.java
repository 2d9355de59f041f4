package io.muster.report.bulletin;

import io.muster.domain.reference.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What corrections did to the figures of a bulletin since the one before. A correction is made when its statement comes in; where
 * a drive is replayed, when that was recorded ({@link io.muster.board.CorrectionCount#madeAt}). A participant who is corrected
 * twice is told twice. Who was withdrawn and enrolls again is new: no correction says so.
 *
 * @param from the first local day on which they were made, the one after the bulletin before
 * @param through the last, which is the as-of day
 * @param made on these days
 * @param later made since; in the figures too, as these are always what is counted now. None where the as-of day is not over
 */
public record Corrections(LocalDate from, LocalDate through, Sum made, Sum later) {

    /** What a correction did to the figures. */
    public enum Kind {
        /** To another area of the campaign, of whatever level: from commune to commune of a district, too. */
        MOVED,
        /** To another day that counts, in the same area. */
        CHANGED_DAY,
        /** Counted no longer, as withdrawn. */
        WITHDRAWN,
        /** Counted no longer, though enrolled: the area is not of the campaign, or the day is not one that counts. */
        LEFT,
        /** Not counted where it stood before, and counted now. */
        RESTORED
    }

    /**
     * Some corrections.
     *
     * @param cases how many of each kind, none left out
     * @param net by how much they changed the total
     * @param byArea the areas of the bulletin's level that they changed, those that changed most first, then by area id
     */
    public record Sum(Map<Kind, Long> cases, long net, List<Change> byArea) {
        public Sum {
            cases = Map.copyOf(cases);
            byArea = List.copyOf(byArea);
        }

        public long cases(Kind kind) {
            return cases.getOrDefault(kind, 0L);
        }

        /** Of all kinds. */
        public long all() {
            return cases.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** By how much the count of an area changed; never 0. */
    public record Change(Area area, long net) {}
}
