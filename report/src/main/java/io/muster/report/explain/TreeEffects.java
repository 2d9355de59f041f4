package io.muster.report.explain;

import io.muster.domain.AreaId;
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
 * How area tree changes changed the count of one area.
 *
 * @param effects in chronological order
 * @param adjustments by certified day, the part of its adjustment caused by tree changes after its sign-off; without
 *     zeros
 */
public record TreeEffects(List<Effect> effects, NavigableMap<LocalDate, Long> adjustments) {

    /**
     * The effect of one change.
     *
     * @param net net change of the count of the explained days; 0 if the area itself moved; null if unknown because the
     *     moved areas left the campaign
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
     * @param explained whether a day is explained
     * @param rows the explained days of the area
     * @param certifiedAt sign-off times; a missing one counts as before all changes
     */
    static TreeEffects of(
            List<TreeChange> changes,
            AreaId areaId,
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

    private static long since(Instant signed, List<TreeChange> changes, AreaId areaId, LocalDate day) {
        long sum = 0;
        for (TreeChange change : changes) {
            Long net = change.at().isAfter(signed) ? change.net(areaId, day::equals) : null;
            sum += net == null ? 0 : net;
        }
        return sum;
    }
}
