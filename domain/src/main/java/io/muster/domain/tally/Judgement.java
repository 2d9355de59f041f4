package io.muster.domain.tally;

import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.CountsToDate;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.Ranking;
import io.muster.domain.plan.Stock;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.AreaRow.Counts;
import io.muster.domain.tally.AreaRow.Goal;
import io.muster.domain.tally.AreaRow.Own;
import io.muster.domain.tally.AreaRow.Placement;
import io.muster.domain.tally.AreaRow.Ranks;
import io.muster.domain.tally.TallyTree.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges every area of a campaign for one as-of day. Figures are computed first, then ranks among the areas of the same
 * level. The figures of an area are cached until one of its counts changes, because only a few areas change at a time.
 */
final class Judgement {

    private final Campaign campaign;
    private final References references;
    private final LocalDate asOfDay;
    private final TallyTree tree;
    private final AlertEvaluator alerts;
    private final Map<Node, Figures> cache = new HashMap<>();

    Judgement(Campaign campaign, References references, LocalDate asOfDay, TallyTree tree) {
        this.campaign = campaign;
        this.references = references;
        this.asOfDay = asOfDay;
        this.tree = tree;
        this.alerts = new AlertEvaluator(campaign, references, asOfDay, tree);
    }

    boolean isFor(LocalDate day) {
        return asOfDay.equals(day);
    }

    /** The alerts of the as-of day. */
    AlertEvaluator alerts() {
        return alerts;
    }

    /** The rows of all areas of the tree. */
    List<AreaRow> judge() {
        Map<String, List<Figures>> byLevel = new HashMap<>();
        for (Node node : tree.nodes()) {
            byLevel.computeIfAbsent(node.area().level(), level -> new ArrayList<>())
                    .add(figures(node));
        }
        List<AreaRow> rows = new ArrayList<>();
        byLevel.values().forEach(level -> rank(level, rows));
        return rows;
    }

    private static void rank(List<Figures> level, List<AreaRow> rows) {
        Ranking.byCount(level, figures -> figures.counts.enrolled(), (figures, rank) -> figures.rankByCount = rank);
        Ranking.byAttainment(
                level, figures -> figures.goal.attainmentPercent(), (figures, rank) -> figures.rankByAttainment = rank);
        for (Figures figures : level) {
            rows.add(figures.row());
        }
    }

    private Figures figures(Node node) {
        Figures cached = cache.get(node);
        if (cached == null || cached.version != node.tally().version()) {
            cached = compute(node);
            cache.put(node, cached);
        }
        return cached;
    }

    private Figures compute(Node node) {
        AreaTally tally = node.tally();
        CountsToDate counts =
                CountsToDate.of(campaign, asOfDay, tally.enrolled(), tally.datedAhead(), tally::enrolledOn);
        Goal goal = goal(node);
        Pace pace = Pace.of(campaign, asOfDay, goal.target(), counts.enrolled(), goal.completedOn(), tally::enrolledOn);
        return new Figures(node, counts, own(node, counts), goal, pace);
    }

    private Goal goal(Node node) {
        AreaTally tally = node.tally();
        Long target = references.target(campaign.campaignId(), node.area().areaId());
        Long aim = Target.aim(target);
        return new Goal(
                target,
                Attainment.percent(tally.enrolled(), target),
                aim == null ? null : tally.completedOn(aim, campaign, asOfDay),
                childrenTarget(node));
    }

    private Own own(Node node, CountsToDate counts) {
        CountsToDate own = counts.minus(
                node.children().stream().map(child -> figures(child).counts).toList());
        return new Own(own.enrolled(), own.today(), own.last7Days());
    }

    private @Nullable Long childrenTarget(Node node) {
        Long sum = null;
        for (Node child : node.children()) {
            Long target = references.target(campaign.campaignId(), child.area().areaId());
            if (target != null) {
                sum = sum == null ? target : sum + target;
            }
        }
        return sum;
    }

    /** The content of a row except the ranks, for one version of the counts. Compared by identity. */
    private final class Figures {
        private final Node node;
        private final long version;
        private final CountsToDate counts;
        private final Own own;
        private final Goal goal;
        private final Pace pace;
        private int rankByCount;
        private @Nullable Integer rankByAttainment;
        private @Nullable AreaRow latest;

        Figures(Node node, CountsToDate counts, Own own, Goal goal, Pace pace) {
            this.node = node;
            this.version = node.tally().version();
            this.counts = counts;
            this.own = own;
            this.goal = goal;
            this.pace = pace;
        }

        /** The row with the current ranks. */
        AreaRow row() {
            Ranks ranks = new Ranks(rankByCount, rankByAttainment);
            AreaRow row = latest;
            if (row == null || !row.ranks().equals(ranks)) {
                row = row(ranks);
                latest = row;
            }
            return row;
        }

        private AreaRow row(Ranks ranks) {
            AreaTally tally = node.tally();
            Node parent = node.parent();
            return new AreaRow(
                    new Placement(
                            campaign.campaignId(),
                            node.area().areaId(),
                            parent == null ? null : parent.area().areaId(),
                            node.area().level()),
                    asOfDay,
                    new Counts(
                            counts.enrolled(),
                            tally.withdrawn(),
                            tally.outsidePeriod(),
                            counts.datedAhead(),
                            counts.today(),
                            counts.last7Days(),
                            own),
                    goal,
                    Stock.of(node.area().baseline(), counts.enrolled()),
                    ranks,
                    tally.lastRecordedAt(),
                    pace);
        }
    }
}
