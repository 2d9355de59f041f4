package io.muster.domain.oracle;

import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow.Leader;
import io.muster.domain.tally.CampaignRow.LevelLeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** The areas ranked first to fifth on each level below the root. */
final class Leaders {

    private static final int LAST_RANK = 5;

    private Leaders() {}

    /** @param depth returns the depth of an area below the root, 0 for the root itself */
    static List<LevelLeaders> among(List<AreaRow> rows, ToIntFunction<AreaRow> depth) {
        return rows.stream()
                .filter(row -> depth.applyAsInt(row) > 0)
                .sorted(Comparator.comparingInt(depth).thenComparing(AreaRow::level))
                .map(AreaRow::level)
                .distinct()
                .map(level -> ofLevel(
                        level,
                        rows.stream()
                                .filter(row ->
                                        depth.applyAsInt(row) > 0 && row.level().equals(level))
                                .toList()))
                .toList();
    }

    private static LevelLeaders ofLevel(String level, List<AreaRow> rows) {
        List<Leader> byCount = rows.stream()
                .filter(row -> row.rankByCount() <= LAST_RANK && row.enrolled() > 0)
                .map(row -> leader(row.rankByCount(), row))
                .sorted(Comparator.comparingInt(Leader::rank).thenComparing(Leader::areaId))
                .toList();
        List<Leader> byAttainment = rows.stream()
                .filter(row -> row.rankByAttainment() != null && row.rankByAttainment() <= LAST_RANK)
                .filter(row -> Objects.requireNonNull(row.attainmentPercent()) > 0)
                .map(row -> leader(Objects.requireNonNull(row.rankByAttainment()), row))
                .sorted(Comparator.comparingInt(Leader::rank).thenComparing(Leader::areaId))
                .toList();
        return new LevelLeaders(level, byCount, byAttainment);
    }

    private static Leader leader(int rank, AreaRow row) {
        return new Leader(rank, row.areaId(), row.enrolled(), row.attainmentPercent());
    }
}
