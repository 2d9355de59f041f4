package io.muster.domain.tally;

import io.muster.domain.plan.Ranking;
import io.muster.domain.tally.CampaignRow.Leader;
import io.muster.domain.tally.CampaignRow.LevelLeaders;
import io.muster.domain.tally.TallyTree.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Selects the leaders of each level. */
final class Leaders {

    private Leaders() {}

    /** The leaders by level, from the top of the tree down; without the root. */
    static List<LevelLeaders> of(TallyTree tree, List<AreaRow> rows) {
        Map<String, Integer> depths = new HashMap<>();
        for (Node node : tree.nodes()) {
            if (node.parent() != null) {
                depths.merge(node.area().level(), node.depth(), Math::min);
            }
        }
        return depths.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(level -> of(level.getKey(), rows))
                .toList();
    }

    private static LevelLeaders of(String level, List<AreaRow> rows) {
        List<AreaRow> ofLevel = rows.stream()
                .filter(row -> row.parentId() != null && row.level().equals(level))
                .toList();
        List<Leader> byCount = ofLevel.stream()
                .filter(row -> Ranking.isLeading(row.rankByCount(), row.enrolled()))
                .map(row -> leader(row.rankByCount(), row))
                .sorted(ORDER)
                .toList();
        List<Leader> byAttainment = ofLevel.stream()
                .filter(row -> Ranking.isLeading(row.rankByAttainment(), row.attainmentPercent()))
                .map(row -> leader(row.rankByAttainment() == null ? 0 : row.rankByAttainment(), row))
                .sorted(ORDER)
                .toList();
        return new LevelLeaders(level, byCount, byAttainment);
    }

    private static Leader leader(int rank, AreaRow row) {
        return new Leader(rank, row.areaId(), row.enrolled(), row.attainmentPercent());
    }

    private static final Comparator<Leader> ORDER =
            Comparator.comparingInt(Leader::rank).thenComparing(Leader::areaId);
}
