package io.muster.domain.tally;

import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.Ranking;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.AreaRow.Own;
import io.muster.domain.tally.AreaTree.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges every area of a campaign for one as-of day: figures first, then ranks among the areas of the same level. What it found
 * of an area is kept until a count changes: mostly a few of very many areas do.
 */
final class Judgement {

    private static final int DAYS_OF_TREND = 7;
    private static final Comparator<Figures> BY_COUNT = Comparator.<Figures>comparingLong(
                    figures -> figures.tally().enrolled())
            .reversed();
    private static final Comparator<Figures> BY_ATTAINMENT =
            Comparator.comparingDouble(Figures::attainment).reversed();

    private final Campaign campaign;
    private final References references;
    private final LocalDate asOfDay;
    private final AreaTree tree;
    private final Watch watch;
    private final Map<Node, Figures> found = new HashMap<>();

    Judgement(Campaign campaign, References references, LocalDate asOfDay, AreaTree tree) {
        this.campaign = campaign;
        this.references = references;
        this.asOfDay = asOfDay;
        this.tree = tree;
        this.watch = new Watch(campaign, references, asOfDay, tree);
    }

    /** Whether it judges by that day. */
    boolean isFor(LocalDate day) {
        return asOfDay.equals(day);
    }

    /** The alerts of that day. */
    Watch watch() {
        return watch;
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
        List<Figures> withAttainment = new ArrayList<>();
        for (Figures figures : level) {
            if (figures.attainmentPercent != null) {
                withAttainment.add(figures);
            }
        }
        Ranking.rank(level, BY_COUNT, (figures, rank) -> figures.rankByCount = rank);
        Ranking.rank(withAttainment, BY_ATTAINMENT, (figures, rank) -> figures.rankByAttainment = rank);
        for (Figures figures : level) {
            rows.add(figures.row());
        }
    }

    private Figures figures(Node node) {
        Figures known = found.get(node);
        if (known == null || known.version != node.tally().version()) {
            known = find(node);
            found.put(node, known);
        }
        return known;
    }

    private Figures find(Node node) {
        AreaTally tally = node.tally();
        Long target = references.target(campaign.campaignId(), node.area().areaId());
        Long aim = Target.aim(target);
        LocalDate completedOn = aim == null ? null : tally.completedOn(aim, campaign);
        long today = tally.enrolledBetween(asOfDay, asOfDay, campaign);
        long last7Days = tally.enrolledBetween(asOfDay.minusDays(DAYS_OF_TREND - 1), asOfDay, campaign);
        return new Figures(
                node,
                today,
                last7Days,
                own(node, today, last7Days),
                target,
                Attainment.percent(tally.enrolled(), target),
                completedOn,
                childrenTarget(node),
                Pace.of(campaign, asOfDay, target, tally.enrolled(), completedOn, tally::enrolledOn));
    }

    /** What is left of an area when those directly below are taken away. */
    private Own own(Node node, long today, long last7Days) {
        long enrolled = node.tally().enrolled();
        long ownToday = today;
        long ownLast7Days = last7Days;
        for (Node child : node.children()) {
            Figures below = figures(child);
            enrolled -= child.tally().enrolled();
            ownToday -= below.today;
            ownLast7Days -= below.last7Days;
        }
        return new Own(enrolled, ownToday, ownLast7Days);
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

    /** All of a row but the ranks, as of one version of the counts. Compared by identity. */
    private final class Figures {
        private final Node node;
        private final long version;
        private final long today;
        private final long last7Days;
        private final Own own;
        private final @Nullable Long target;
        private final @Nullable Double attainmentPercent;
        private final @Nullable LocalDate completedOn;
        private final @Nullable Long childrenTarget;
        private final Pace pace;
        private int rankByCount;
        private @Nullable Integer rankByAttainment;
        private @Nullable AreaRow latest;

        Figures(
                Node node,
                long today,
                long last7Days,
                Own own,
                @Nullable Long target,
                @Nullable Double attainmentPercent,
                @Nullable LocalDate completedOn,
                @Nullable Long childrenTarget,
                Pace pace) {
            this.node = node;
            this.version = node.tally().version();
            this.today = today;
            this.last7Days = last7Days;
            this.own = own;
            this.target = target;
            this.attainmentPercent = attainmentPercent;
            this.completedOn = completedOn;
            this.childrenTarget = childrenTarget;
            this.pace = pace;
        }

        AreaTally tally() {
            return node.tally();
        }

        double attainment() {
            return attainmentPercent == null ? 0 : attainmentPercent;
        }

        /** The row with the ranks of the moment. */
        AreaRow row() {
            AreaRow row = latest;
            if (row == null
                    || row.rankByCount() != rankByCount
                    || !Objects.equals(row.rankByAttainment(), rankByAttainment)) {
                row = newRow();
                latest = row;
            }
            return row;
        }

        private AreaRow newRow() {
            AreaTally tally = tally();
            Node parent = node.parent();
            Long baseline = node.area().baseline();
            return new AreaRow(
                    campaign.campaignId(),
                    node.area().areaId(),
                    parent == null ? null : parent.area().areaId(),
                    node.area().level(),
                    asOfDay,
                    tally.enrolled(),
                    tally.withdrawn(),
                    tally.outsidePeriod(),
                    tally.datedAhead(),
                    today,
                    last7Days,
                    own,
                    target,
                    attainmentPercent,
                    completedOn,
                    childrenTarget,
                    baseline == null ? null : baseline + tally.enrolled(),
                    rankByCount,
                    rankByAttainment,
                    tally.lastRecordedAt(),
                    pace);
        }
    }
}
