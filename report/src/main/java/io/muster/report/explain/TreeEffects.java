package io.muster.report.explain;

import io.muster.domain.tally.DayRow;
import io.muster.domain.tree.TreeChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What changes of the tree of areas did to the count of one area.
 *
 * @param effects the earliest first
 * @param adjustments how much of the adjustment of a certified day comes from changes since it was signed off; none that is 0
 */
public record TreeEffects(List<Effect> effects, NavigableMap<LocalDate, Long> adjustments) {

    /**
     * What one change did.
     *
     * @param net by how much the count of the days that are explained changed; 0 where the area itself moved; null where it is not
     *     known, because those who left are counted no longer
     */
    public record Effect(TreeChange change, @Nullable Long net) {}

    public TreeEffects {
        effects = List.copyOf(effects);
    }

    /** The sum over the certified days. */
    public long adjustment() {
        return adjustments.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param explained the days that are explained
     * @param rows those days of the area
     * @param certifiedAt when they were signed off; where that is not known, before anything changed
     */
    static TreeEffects of(
            List<TreeChange> changes,
            String areaId,
            Predicate<LocalDate> explained,
            List<DayRow> rows,
            Map<LocalDate, Instant> certifiedAt) {
        List<TreeChange> concerning =
                changes.stream().filter(change -> change.concerns(areaId)).toList();
        NavigableMap<LocalDate, Long> adjustments = new TreeMap<>();
        for (DayRow row : rows) {
            Instant signed = certifiedAt.getOrDefault(row.date(), Instant.MIN);
            long sum = row.certified() == null ? 0 : since(signed, concerning, areaId, row.date());
            if (sum != 0) {
                adjustments.put(row.date(), sum);
            }
        }
        return new TreeEffects(
                concerning.stream()
                        .map(change -> new Effect(change, change.net(areaId, explained)))
                        .toList(),
                adjustments);
    }

    private static long since(Instant signed, List<TreeChange> changes, String areaId, LocalDate day) {
        long sum = 0;
        for (TreeChange change : changes) {
            Long net = change.at().isAfter(signed) ? change.net(areaId, day::equals) : null;
            sum += net == null ? 0 : net;
        }
        return sum;
    }
}
