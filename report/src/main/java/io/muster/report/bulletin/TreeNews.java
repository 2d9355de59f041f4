package io.muster.report.bulletin;

import io.muster.domain.reference.Area;
import io.muster.domain.tree.TreeChange;
import io.muster.report.bulletin.Corrections.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the tree of areas since the bulletin before that changed its figures, the earliest first.
 *
 * @param made up to the as-of day
 * @param later made since; in the figures too, as these are always what is counted now
 * @param named the definitions of the areas that are named, by area id; without those that are not defined
 */
public record TreeNews(List<Told> made, List<Told> later, Map<String, Area> named) {

    /**
     * One change.
     *
     * @param on the local day
     * @param people who is counted to date in what moved; null where that is not known, because it belongs to the campaign no longer
     * @param byArea the areas of the bulletin's level that it changed, by area id; empty where people is null
     */
    public record Told(
            TreeChange change, LocalDate on, @Nullable Long people, List<Change> byArea) {
        public Told {
            byArea = List.copyOf(byArea);
        }
    }

    public TreeNews {
        made = List.copyOf(made);
        later = List.copyOf(later);
        named = Map.copyOf(named);
    }

    /** Those of {@link #made} and of {@link #later}. */
    public Stream<Told> all() {
        return Stream.concat(made.stream(), later.stream());
    }
}
