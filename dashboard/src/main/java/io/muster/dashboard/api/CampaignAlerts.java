package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.board.AreaView;
import io.muster.board.CampaignView;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.tally.AlertRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The alerts of a campaign: firing ones first, then by age, the oldest first. */
public record CampaignAlerts(
        CampaignId campaignId,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt,
        List<AlertFigures> alerts) {

    private static final Comparator<AlertRow> FIRING_FIRST = Comparator.comparing(AlertRow::isFiring)
            .reversed()
            .thenComparing(AlertRow::since)
            .thenComparing(AlertRow::areaId)
            .thenComparing(AlertRow::rule);

    /** State of an alert. */
    public enum State {
        FIRING,
        RESOLVED
    }

    /**
     * One alert with the figures that caused it; see {@link AlertRow}.
     */
    public record AlertFigures(
            @JsonUnwrapped AlertArea area,
            AlertRule rule,
            @JsonUnwrapped Firing latest,
            LocalDate asOfDay,
            @JsonUnwrapped AlertCause cause,
            @Nullable Instant lastRecordedAt,
            List<Episode> earlier) {}

    /**
     * The area of an alert.
     *
     * @param labels names, with the parent's name if another listed area has the same name
     */
    public record AlertArea(
            AreaId areaId,
            Map<String, String> names,
            Map<String, String> labels,
            @Nullable String level) {}

    /** The latest time an alert fired. */
    public record Firing(
            State state, Instant firedAt, @Nullable Instant resolvedAt) {}

    /**
     * The figures that caused an alert.
     *
     * @param expectedPersons as in {@link AreaFigures}
     * @param requiredPersonsPerDay as in {@link AreaFigures}
     */
    public record AlertCause(
            long enrolled,
            long target,
            @Nullable Double expected,
            @Nullable Double attainmentPercent,
            @Nullable Double requiredPerDay,
            @Nullable Long expectedPersons,
            @Nullable Long requiredPersonsPerDay) {}

    static Stream<AlertRow> rows(CampaignView campaign) {
        return campaign.areas().values().stream()
                .map(AreaView::alerts)
                .filter(alerts -> !alerts.isEmpty())
                .flatMap(alerts -> alerts.values().stream())
                .map(published -> published.row())
                .sorted(FIRING_FIRST);
    }

    static List<AlertFigures> of(
            CampaignView campaign, AreaLookup areas, Optional<AlertRule> rule, Optional<State> state) {
        LocalizedLabels labels = areas.labels(rows(campaign)
                .map(alert -> areas.level(alert.areaId()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return rows(campaign)
                .filter(alert -> rule.map(wanted -> wanted == alert.rule()).orElse(true))
                .filter(alert -> state.map(wanted -> wanted == state(alert)).orElse(true))
                .map(alert -> figures(alert, areas, labels))
                .toList();
    }

    private static State state(AlertRow alert) {
        return alert.isFiring() ? State.FIRING : State.RESOLVED;
    }

    private static AlertFigures figures(AlertRow alert, AreaLookup areas, LocalizedLabels labels) {
        LocalDate day = alert.asOfDay();
        return new AlertFigures(
                new AlertArea(
                        alert.areaId(),
                        areas.names(alert.areaId()),
                        labels.of(alert.areaId()),
                        areas.level(alert.areaId()).orElse(null)),
                alert.rule(),
                new Firing(
                        state(alert), alert.latest().firedAt(), alert.latest().resolvedAt()),
                day,
                new AlertCause(
                        alert.enrolled(),
                        alert.target(),
                        alert.expected(),
                        alert.attainmentPercent(),
                        alert.requiredPerDay(),
                        areas.expectedPersons(alert.target(), day),
                        areas.personsPerDay(
                                alert.target(), alert.enrolled(), areas.enrolledOn(alert.areaId(), day), day)),
                alert.lastRecordedAt(),
                alert.earlier());
    }
}
