package io.muster.domain.oracle;

import io.muster.domain.tally.AreaRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rank is 1 plus the number of areas of the same level with a higher figure. */
final class Ranks {

    private Ranks() {}

    static List<AreaRow> given(List<AreaRow> rows) {
        return rows.stream().map(row -> ranked(row, rows)).toList();
    }

    private static AreaRow ranked(AreaRow row, List<AreaRow> all) {
        List<AreaRow> peers =
                all.stream().filter(other -> other.level().equals(row.level())).toList();
        return new AreaRow(
                new AreaRow.Placement(row.campaignId(), row.areaId(), row.parentId(), row.level()),
                row.asOfDay(),
                new AreaRow.Counts(
                        row.enrolled(),
                        row.withdrawn(),
                        row.outsidePeriod(),
                        row.datedAhead(),
                        row.today(),
                        row.last7Days(),
                        row.own()),
                new AreaRow.Goal(row.target(), row.attainmentPercent(), row.completedOn(), row.childrenTarget()),
                row.stock(),
                new AreaRow.Ranks(byCount(row, peers), byAttainment(row, peers)),
                row.lastRecordedAt(),
                row.pace());
    }

    private static int byCount(AreaRow row, List<AreaRow> peers) {
        return 1
                + (int) peers.stream()
                        .filter(peer -> peer.enrolled() > row.enrolled())
                        .count();
    }

    private static @Nullable Integer byAttainment(AreaRow row, List<AreaRow> peers) {
        Double own = row.attainmentPercent();
        if (own == null) {
            return null;
        }
        return 1
                + (int) peers.stream()
                        .filter(peer -> peer.attainmentPercent() != null && peer.attainmentPercent() > own)
                        .count();
    }
}
