package io.muster.dashboard.api;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.dashboard.api.CampaignDetail.Completed;
import io.muster.dashboard.api.CampaignDetail.Completion;
import io.muster.dashboard.api.CampaignDetail.Leader;
import io.muster.dashboard.api.CampaignDetail.Leaders;
import io.muster.dashboard.api.CampaignDetail.Stock;
import io.muster.domain.plan.PeriodCounts;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the progress of a campaign. */
record CampaignDetailBuilder(Board board, CampaignHead head, CampaignView campaign, AreaLookup areas) {

    /** Limits the size of the event that repeats this list: eventually thousands of communes are completed. */
    private static final int FIRST_COMPLETED = 20;

    CampaignDetail make() {
        Published<CampaignRow> published = campaign.progress();
        CampaignRow row = published == null ? null : published.row();
        AreaRow root = row == null ? null : row.root();
        return new CampaignDetail(
                head,
                daysLeft(),
                stock(row),
                root == null ? null : areas.of(root.areaId()),
                row == null
                        ? CampaignDetail.Rankings.NONE
                        : new CampaignDetail.Rankings(levels(row), leaders(row), completed(levels(row))),
                corrections(),
                row == null ? null : row.quality(),
                CampaignAlerts.rows(campaign).filter(AlertRow::isFiring).count());
    }

    private @Nullable Long daysLeft() {
        LocalDate day = head.asOfDay();
        if (day == null || head.startsOn() == null || head.endsOn() == null) {
            return null;
        }
        return PeriodCounts.daysLeft(head.startsOn(), head.endsOn(), day);
    }

    private Stock stock(@Nullable CampaignRow row) {
        Campaign definition = campaign.definition();
        Long stock = row == null ? null : row.stock();
        Long aim = row == null ? null : row.stockTarget();
        return new Stock(
                definition == null ? null : definition.baseline(),
                stock,
                aim,
                io.muster.domain.plan.Stock.percent(stock, aim));
    }

    private static List<String> levels(CampaignRow row) {
        return row.leaders().stream().map(CampaignRow.LevelLeaders::level).toList();
    }

    private List<Leaders> leaders(CampaignRow row) {
        return row.leaders().stream()
                .map(level -> {
                    LocalizedLabels labels = areas.labels(Set.of(level.level()));
                    return new Leaders(
                            level.level(), named(level.byCount(), labels), named(level.byAttainment(), labels));
                })
                .toList();
    }

    private List<Leader> named(List<CampaignRow.Leader> leaders, LocalizedLabels labels) {
        return leaders.stream()
                .map(leader -> new Leader(
                        leader.rank(),
                        leader.areaId(),
                        areas.names(leader.areaId()),
                        labels.of(leader.areaId()),
                        leader.enrolled(),
                        campaign.targets().get(leader.areaId()),
                        leader.attainmentPercent()))
                .toList();
    }

    private List<Completed> completed(List<String> levels) {
        Map<String, List<AreaRow>> byLevel = campaign.rows()
                .map(Published::row)
                .filter(row -> row.completedOn() != null)
                .collect(Collectors.groupingBy(AreaRow::level));
        return levels.stream()
                .map(level -> completed(level, byLevel.getOrDefault(level, List.of())))
                .filter(completed -> completed.count() > 0)
                .toList();
    }

    private Completed completed(String level, List<AreaRow> rows) {
        LocalizedLabels labels = areas.labels(Set.of(level));
        List<Completion> first = rows.stream()
                .sorted(Comparator.comparing(CampaignDetailBuilder::completedOn).thenComparing(AreaRow::areaId))
                .limit(FIRST_COMPLETED)
                .map(row -> new Completion(
                        row.areaId(), areas.names(row.areaId()), labels.of(row.areaId()), completedOn(row)))
                .toList();
        return new Completed(level, rows.size(), first);
    }

    private static LocalDate completedOn(AreaRow row) {
        return Objects.requireNonNull(row.completedOn());
    }

    private @Nullable CorrectionDay corrections() {
        Campaign definition = campaign.definition();
        return definition == null || head.asOfDay() == null
                ? null
                : new DailyCorrections(board, definition, head.asOfDay(), definition.rootAreaId()).on(head.asOfDay());
    }
}
