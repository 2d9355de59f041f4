package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Behind;
import io.muster.domain.alert.Course;
import io.muster.domain.alert.Episode;
import io.muster.domain.alert.Silence;
import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PeriodCounts;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.plan.TwoDecimals;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.TallyTree.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the alerts of a campaign for one as-of day, for every area that has a target above 0 and alert rules. The
 * result of an area is cached until one of its counts changes, or until a silence begins or ends.
 */
final class AlertEvaluator {

    /**
     * The alerts of the areas that were evaluated again.
     *
     * @param neverFired keys of alerts that, by current data, have never fired
     */
    record Result(List<AlertRow> fired, List<RowKey> neverFired) {
        static final Result NONE = new Result(List.of(), List.of());
    }

    private final Campaign campaign;
    private final LocalDate asOfDay;
    private final List<WatchedArea> areas = new ArrayList<>();

    AlertEvaluator(Campaign campaign, References references, LocalDate asOfDay, TallyTree tree) {
        this.campaign = campaign;
        this.asOfDay = asOfDay;
        for (Node node : tree.nodes()) {
            Long aim = Target.aim(
                    references.target(campaign.campaignId(), node.area().areaId()));
            AlertRules rules = campaign.alertRules(node.area().level(), node.depth());
            if (rules != null && aim != null) {
                areas.add(new WatchedArea(node, aim, rules));
            }
        }
    }

    /** Evaluates the areas whose alerts may have changed. */
    Result evaluate(Instant now) {
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        for (WatchedArea area : areas) {
            if (area.mayHaveChanged(now)) {
                area.evaluate(now);
                for (AlertRule rule : AlertRule.values()) {
                    AlertRow row = area.rows.get(rule);
                    if (row == null) {
                        result.neverFired.add(new RowKey.OfAlert(campaign.campaignId(), area.id(), rule));
                    } else {
                        result.fired.add(row);
                    }
                }
            }
        }
        return result;
    }

    /** The current rows of all areas. */
    List<AlertRow> rows() {
        return areas.stream().flatMap(area -> area.rows.values().stream()).toList();
    }

    /** The time at which the next silence begins or ends, unless a statement arrives before. */
    Instant nextCheck() {
        return areas.stream().map(area -> area.until).min(Instant::compareTo).orElse(Instant.MAX);
    }

    private final class WatchedArea {
        private final Node node;
        private final long target;
        private final AlertRules rules;
        private final Map<AlertRule, AlertRow> rows = new EnumMap<>(AlertRule.class);
        private long version = -1;
        private Instant until = Instant.MIN;

        WatchedArea(Node node, long target, AlertRules rules) {
            this.node = node;
            this.target = target;
            this.rules = rules;
        }

        AreaId id() {
            return node.area().areaId();
        }

        boolean mayHaveChanged(Instant now) {
            return version != node.tally().version() || !now.isBefore(until);
        }

        void evaluate(Instant now) {
            AreaTally tally = node.tally();
            LocalDate completedOn = tally.completedOn(target, campaign, asOfDay);
            Silence silence = new Silence(campaign, Duration.ofHours(rules.silentHours()), completedOn);
            rows.clear();
            put(AlertRule.BEHIND, Behind.episodes(new Course(campaign, asOfDay, target, tally::enrolledOn), rules));
            put(AlertRule.SILENT, silence.episodes(tally.recorded(), now));
            put(AlertRule.COMPLETED, since(completedOn));
            put(AlertRule.MISSED, since(missedOn()));
            version = tally.version();
            until = Objects.requireNonNullElse(silence.next(tally.recorded(), now), Instant.MAX);
        }

        /** The day after the campaign if the target was missed; null otherwise. */
        private @Nullable LocalDate missedOn() {
            return asOfDay.isAfter(campaign.endsOn()) && node.tally().enrolled() < target
                    ? campaign.endsOn().plusDays(1)
                    : null;
        }

        private List<Episode> since(@Nullable LocalDate day) {
            return day == null ? List.of() : List.of(new Episode(campaign.startOf(day), null));
        }

        private void put(AlertRule rule, List<Episode> episodes) {
            if (!episodes.isEmpty()) {
                rows.put(rule, row(rule, episodes));
            }
        }

        private AlertRow row(AlertRule rule, List<Episode> episodes) {
            AreaTally tally = node.tally();
            Instant resolvedAt = episodes.get(episodes.size() - 1).resolvedAt();
            LocalDate day =
                    resolvedAt == null ? asOfDay : earlier(asOfDay, LocalDate.ofInstant(resolvedAt, campaign.zone()));
            long enrolled = day.isBefore(asOfDay)
                    ? PeriodCounts.sum(campaign, campaign.startsOn(), day, tally::enrolledOn)
                    : tally.enrolled();
            long before = enrolled - PeriodCounts.on(campaign, day, tally::enrolledOn);
            return new AlertRow(
                    campaign.campaignId(),
                    id(),
                    rule,
                    episodes,
                    new AlertRow.Evidence(
                            day,
                            enrolled,
                            target,
                            TwoDecimals.of(PlanShare.expected(target, day, campaign)),
                            Attainment.percent(enrolled, target),
                            Pace.requiredPerDay(campaign, day, target, before),
                            resolvedAt == null ? tally.lastRecordedAt() : null));
        }

        private static LocalDate earlier(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
