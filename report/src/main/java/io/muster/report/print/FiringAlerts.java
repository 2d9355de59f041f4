package io.muster.report.print;

import io.muster.board.AreaView;
import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.AlertRow;
import io.muster.report.wording.Language;
import io.muster.report.wording.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The firing alerts of a campaign on one line, by rule, the longest-firing area first. */
public final class FiringAlerts {

    private static final Comparator<AlertRow> LONGEST_FIRST =
            Comparator.comparing(AlertRow::since).thenComparing(AlertRow::areaId);

    private FiringAlerts() {}

    /** Empty if no alert is firing. */
    public static Optional<String> line(Board board, CampaignId campaignId, Language language) {
        CampaignView campaign = board.campaigns().get(campaignId);
        if (campaign == null) {
            return Optional.empty();
        }
        Wording wording = new Wording(language);
        List<List<AlertRow>> firing = Stream.of(AlertRule.values())
                .map(rule -> alerts(campaign, rule))
                .filter(alerts -> !alerts.isEmpty())
                .toList();
        if (firing.isEmpty()) {
            return Optional.empty();
        }
        Function<AreaId, String> nameOf = names(firing, campaign, board.areas(), wording);
        return Optional.of(firing.stream()
                .map(alerts -> wording.say(
                        "alerts." + alerts.get(0).rule(),
                        alerts.stream().map(AlertRow::areaId).map(nameOf).collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" · ")));
    }

    private static List<AlertRow> alerts(CampaignView campaign, AlertRule rule) {
        return campaign.areas().values().stream()
                .map(AreaView::alerts)
                .map(alerts -> alerts.get(rule))
                .flatMap(Stream::ofNullable)
                .map(Published::row)
                .filter(AlertRow::isFiring)
                .sorted(LONGEST_FIRST)
                .toList();
    }

    private static Function<AreaId, String> names(
            List<List<AlertRow>> firing, CampaignView campaign, Map<AreaId, Area> areas, Wording wording) {
        Set<String> levels = firing.stream()
                .flatMap(List::stream)
                .map(alert -> areas.get(alert.areaId()))
                .flatMap(Stream::ofNullable)
                .map(Area::level)
                .collect(Collectors.toSet());
        return wording.labels(campaign.definition(), areas, levels);
    }
}
