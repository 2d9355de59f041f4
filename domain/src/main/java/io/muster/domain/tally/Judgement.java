package io.muster.domain.tally;

import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.Ranking;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.tally.AreaTree.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges every area of a campaign for one as-of day: figures first, then ranks among the areas of the same level. */
final class Judgement {

    private static final int DAYS_OF_TREND = 7;

    private final Campaign campaign;
    private final References references;
    private final LocalDate asOfDay;

    Judgement(Campaign campaign, References references, LocalDate asOfDay) {
        this.campaign = campaign;
        this.references = references;
        this.asOfDay = asOfDay;
    }

    /** The rows of all areas of the tree. */
    List<AreaRow> judge(AreaTree tree) {
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
        Map<Figures, Integer> byCount =
                Ranking.highestFirst(level, figures -> figures.tally().enrolled());
        List<Figures> withAttainment = level.stream()
                .filter(figures -> figures.attainmentPercent != null)
                .toList();
        Map<Figures, Integer> byAttainment = Ranking.highestFirst(withAttainment, Figures::requireAttainment);
        for (Figures figures : level) {
            rows.add(figures.row(Ranking.rankOf(figures, byCount), byAttainment.get(figures)));
        }
    }

    private Figures figures(Node node) {
        AreaTally tally = node.tally();
        Long target = references.target(campaign.campaignId(), node.area().areaId());
        return new Figures(
                node,
                tally.enrolledBetween(asOfDay, asOfDay, campaign),
                tally.enrolledBetween(asOfDay.minusDays(DAYS_OF_TREND - 1), asOfDay, campaign),
                target,
                Attainment.percent(tally.enrolled(), target),
                completedOn(tally, target),
                childrenTarget(node));
    }

    private @Nullable LocalDate completedOn(AreaTally tally, @Nullable Long target) {
        if (target == null || tally.enrolled() < target) {
            return null;
        }
        if (target == 0) {
            return campaign.startsOn();
        }
        // by the days that were stated, as a period may be of any length
        List<LocalDate> days =
                tally.days().stream().filter(campaign::covers).sorted().toList();
        long sum = 0;
        for (LocalDate day : days) {
            sum += tally.enrolledOn(day);
            if (sum >= target) {
                return day;
            }
        }
        throw new IllegalStateException(tally.enrolled() + " enrolled, but " + sum + " over the days of the period");
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

    /** All of a row but the ranks. Compared by identity. */
    private final class Figures {
        private final Node node;
        private final long today;
        private final long last7Days;
        private final @Nullable Long target;
        private final @Nullable Double attainmentPercent;
        private final @Nullable LocalDate completedOn;
        private final @Nullable Long childrenTarget;

        Figures(
                Node node,
                long today,
                long last7Days,
                @Nullable Long target,
                @Nullable Double attainmentPercent,
                @Nullable LocalDate completedOn,
                @Nullable Long childrenTarget) {
            this.node = node;
            this.today = today;
            this.last7Days = last7Days;
            this.target = target;
            this.attainmentPercent = attainmentPercent;
            this.completedOn = completedOn;
            this.childrenTarget = childrenTarget;
        }

        AreaTally tally() {
            return node.tally();
        }

        Double requireAttainment() {
            if (attainmentPercent == null) {
                throw new IllegalStateException("only areas with an attainment are ranked by it");
            }
            return attainmentPercent;
        }

        AreaRow row(int rankByCount, @Nullable Integer rankByAttainment) {
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
                    today,
                    last7Days,
                    target,
                    attainmentPercent,
                    completedOn,
                    childrenTarget,
                    baseline == null ? null : baseline + tally.enrolled(),
                    rankByCount,
                    rankByAttainment,
                    tally.lastRecordedAt() == Long.MIN_VALUE ? null : Instant.ofEpochMilli(tally.lastRecordedAt()));
        }
    }
}
