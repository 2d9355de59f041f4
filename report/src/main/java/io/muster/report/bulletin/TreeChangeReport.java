package io.muster.report.bulletin;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.tree.TreeChange;
import io.muster.report.bulletin.CorrectionSummary.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The area tree changes since the previous bulletin that changed its figures, the earliest first.
 *
 * @param made changes up to the as-of day
 * @param later changes after the as-of day; figures always use the current tree, so they contain these too
 * @param named definitions of the areas that the changes name, by area id; lacks undefined areas
 */
public record TreeChangeReport(List<ReportedChange> made, List<ReportedChange> later, Map<AreaId, Area> named) {

    /**
     * One change.
     *
     * @param on the local day
     * @param people enrolled to date in the areas that moved; null if unknown because they left the campaign
     * @param byArea net change of each affected line, ordered by area id; empty if {@code people} is null
     */
    public record ReportedChange(
            TreeChange change, LocalDate on, @Nullable Long people, List<Change> byArea) {
        public ReportedChange {
            byArea = List.copyOf(byArea);
        }
    }

    public TreeChangeReport {
        made = List.copyOf(made);
        later = List.copyOf(later);
        named = Map.copyOf(named);
    }

    /** {@link #made}, followed by {@link #later}. */
    public Stream<ReportedChange> all() {
        return Stream.concat(made.stream(), later.stream());
    }
}
