package io.muster.domain.tally;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Behind;
import io.muster.domain.alert.Course;
import io.muster.domain.alert.Episode;
import io.muster.domain.alert.Silence;
import io.muster.domain.plan.Attainment;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.plan.TwoDecimals;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.AreaTree.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the alerts of a campaign for one as-of day, of every area that has an aim and rules. What it found of an area is
 * kept until a count changes, or the time comes at which a silence begins or ends.
 */
final class Watch {

    private final Campaign campaign;
    private final LocalDate asOfDay;
    private final List<Watched> areas = new ArrayList<>();

    Watch(Campaign campaign, References references, LocalDate asOfDay, AreaTree tree) {
        this.campaign = campaign;
        this.asOfDay = asOfDay;
        for (Node node : tree.nodes()) {
            Long aim = Target.aim(
                    references.target(campaign.campaignId(), node.area().areaId()));
            AlertRules rules = campaign.alertRules(node.area().level(), node.depth());
            if (rules != null && aim != null) {
                areas.add(new Watched(node, aim, rules));
            }
        }
    }

    /** Judges what may have changed, and hands it out. */
    void judge(Instant now, Consumer<AlertRow> fired, Consumer<RowKey> never) {
        for (Watched area : areas) {
            if (area.mayHaveChanged(now)) {
                area.judge(now);
                for (AlertRule rule : AlertRule.values()) {
                    AlertRow row = area.rows.get(rule);
                    if (row == null) {
                        never.accept(new RowKey.OfAlert(campaign.campaignId(), area.id(), rule));
                    } else {
                        fired.accept(row);
                    }
                }
            }
        }
    }

    /** The rows found last. */
    Stream<AlertRow> rows() {
        return areas.stream().flatMap(area -> area.rows.values().stream());
    }

    /** When a silence will begin or end, if nothing is stated until then. */
    Instant next() {
        return areas.stream().map(area -> area.until).min(Instant::compareTo).orElse(Instant.MAX);
    }

    private final class Watched {
        private final Node node;
        private final long target;
        private final AlertRules rules;
        private final Map<AlertRule, AlertRow> rows = new EnumMap<>(AlertRule.class);
        private long version = -1;
        private Instant until = Instant.MIN;

        Watched(Node node, long target, AlertRules rules) {
            this.node = node;
            this.target = target;
            this.rules = rules;
        }

        String id() {
            return node.area().areaId();
        }

        boolean mayHaveChanged(Instant now) {
            return version != node.tally().version() || !now.isBefore(until);
        }

        void judge(Instant now) {
            AreaTally tally = node.tally();
            LocalDate completedOn = tally.completedOn(target, campaign);
            Silence silence = new Silence(campaign, Duration.ofHours(rules.silentHours()), completedOn);
            rows.clear();
            found(AlertRule.BEHIND, Behind.episodes(new Course(campaign, asOfDay, target, tally::enrolledOn), rules));
            found(AlertRule.SILENT, silence.episodes(tally.recorded(), now));
            found(AlertRule.COMPLETED, since(completedOn));
            found(AlertRule.MISSED, since(missedOn()));
            version = tally.version();
            until = Objects.requireNonNullElse(silence.next(tally.recorded(), now), Instant.MAX);
        }

        /** The first day on which it is too late to reach the target, if it is. */
        private @Nullable LocalDate missedOn() {
            return asOfDay.isAfter(campaign.endsOn()) && node.tally().enrolled() < target
                    ? campaign.endsOn().plusDays(1)
                    : null;
        }

        private List<Episode> since(@Nullable LocalDate day) {
            return day == null ? List.of() : List.of(new Episode(campaign.startOf(day), null));
        }

        private void found(AlertRule rule, List<Episode> episodes) {
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
                    ? tally.enrolledBetween(campaign.startsOn(), day, campaign)
                    : tally.enrolled();
            long before = enrolled - tally.enrolledBetween(day, day, campaign);
            return new AlertRow(
                    campaign.campaignId(),
                    id(),
                    rule,
                    episodes,
                    day,
                    enrolled,
                    target,
                    TwoDecimals.of(PlanShare.planned(target, day.minusDays(1), campaign)),
                    Attainment.percent(enrolled, target),
                    Pace.requiredPerDay(campaign, day, target, before),
                    resolvedAt == null ? tally.lastRecordedAt() : null);
        }

        private static LocalDate earlier(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
