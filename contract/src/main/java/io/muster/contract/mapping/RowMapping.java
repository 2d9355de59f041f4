package io.muster.contract.mapping;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import io.muster.schema.Alert;
import io.muster.schema.AlertEpisode;
import io.muster.schema.AlertState;
import io.muster.schema.AreaProgress;
import io.muster.schema.CampaignProgress;
import io.muster.schema.DailyCount;
import io.muster.schema.Leader;
import io.muster.schema.LevelLeaders;
import io.muster.schema.SegmentCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps rows to records of the output topics and back. */
public final class RowMapping {

    private RowMapping() {}

    public static DailyCount toAvro(DayRow row, Instant computedAt) {
        return new DailyCount(
                row.campaignId().value(),
                row.areaId().value(),
                row.date(),
                row.enrolled(),
                row.withdrawn(),
                row.certified(),
                row.adjustment(),
                computedAt);
    }

    public static SegmentCount toAvro(SegmentRow row, Instant computedAt) {
        return new SegmentCount(
                row.campaignId().value(),
                row.areaId().value(),
                row.dimension().fieldName(),
                row.value(),
                row.enrolled(),
                computedAt);
    }

    public static AreaProgress toAvro(AreaRow row, Instant computedAt) {
        Pace pace = row.pace();
        return new AreaProgress(
                row.campaignId().value(),
                row.areaId().value(),
                AreaId.valueOrNull(row.parentId()),
                row.level(),
                row.asOfDay(),
                computedAt,
                row.enrolled(),
                row.withdrawn(),
                row.outsidePeriod(),
                row.today(),
                row.last7Days(),
                row.target(),
                row.attainmentPercent(),
                row.completedOn(),
                row.childrenTarget(),
                row.childrenTargetDifference(),
                row.stock(),
                row.rankByCount(),
                row.rankByAttainment(),
                row.lastRecordedAt(),
                pace.expected(),
                pace.expectedEndOfDay(),
                pace.requiredPerDay(),
                pace.projected(),
                pace.projectedLow(),
                pace.projectedHigh(),
                pace.projectedCompletionOn(),
                toAvro(pace.status()),
                pace.projectedByPlan(),
                row.datedAhead(),
                row.own().enrolled(),
                row.own().today(),
                row.own().last7Days());
    }

    public static Alert toAvro(AlertRow row, Instant computedAt) {
        return new Alert(
                row.campaignId().value(),
                row.areaId().value(),
                io.muster.schema.AlertRule.valueOf(row.rule().name()),
                row.isFiring() ? AlertState.FIRING : AlertState.RESOLVED,
                row.since(),
                row.asOfDay(),
                computedAt,
                row.enrolled(),
                row.target(),
                row.expected(),
                row.attainmentPercent(),
                row.requiredPerDay(),
                row.lastRecordedAt(),
                row.latest().firedAt(),
                row.earlier().stream()
                        .map(episode -> new AlertEpisode(episode.firedAt(), episode.resolvedAt()))
                        .toList());
    }

    private static io.muster.schema.@Nullable PaceStatus toAvro(@Nullable PaceStatus status) {
        return status == null ? null : io.muster.schema.PaceStatus.valueOf(status.name());
    }

    public static CampaignProgress toAvro(CampaignRow row, Instant computedAt) {
        return new CampaignProgress(
                row.campaignId().value(),
                row.asOfDay(),
                computedAt,
                root(row.root(), computedAt),
                row.stock(),
                row.stockTarget(),
                row.leaders().stream().map(RowMapping::toAvro).toList(),
                DataQualityMapping.toAvro(row.quality()));
    }

    private static @Nullable AreaProgress root(@Nullable AreaRow root, Instant computedAt) {
        return root == null ? null : toAvro(root, computedAt);
    }

    private static LevelLeaders toAvro(CampaignRow.LevelLeaders level) {
        return new LevelLeaders(level.level(), toAvro(level.byCount()), toAvro(level.byAttainment()));
    }

    private static List<Leader> toAvro(List<CampaignRow.Leader> leaders) {
        return leaders.stream()
                .map(leader -> new Leader(
                        leader.rank(), leader.areaId().value(), leader.enrolled(), leader.attainmentPercent()))
                .toList();
    }

    /** The ids come from the record key. */
    public static DayRow fromAvro(CampaignId campaignId, AreaId areaId, LocalDate date, DailyCount count) {
        return new DayRow(
                campaignId,
                areaId,
                date,
                count.getEnrolled(),
                count.getWithdrawn(),
                count.getCertified().orElse(null));
    }

    /** The ids come from the record key. */
    public static SegmentRow fromAvro(
            CampaignId campaignId, AreaId areaId, Dimension dimension, String value, SegmentCount count) {
        return new SegmentRow(campaignId, areaId, dimension, value, count.getEnrolled());
    }

    /** The ids come from the record key. */
    public static CampaignRow fromAvro(CampaignId campaignId, CampaignProgress progress) {
        return new CampaignRow(
                campaignId,
                progress.getAsOfDay().orElse(null),
                progress.getProgress()
                        .map(root -> fromAvro(campaignId, new AreaId(root.getAreaId()), root))
                        .orElse(null),
                progress.getStock().orElse(null),
                progress.getStockTarget().orElse(null),
                progress.getLeaders().stream().map(RowMapping::fromAvro).toList(),
                DataQualityMapping.fromAvro(progress.getDataQuality()));
    }

    /** The ids come from the record key. */
    public static AreaRow fromAvro(CampaignId campaignId, AreaId areaId, AreaProgress progress) {
        return new AreaRow(
                new AreaRow.Placement(
                        campaignId,
                        areaId,
                        progress.getParentId().map(AreaId::new).orElse(null),
                        progress.getLevel()),
                progress.getAsOfDay(),
                new AreaRow.Counts(
                        progress.getEnrolled(),
                        progress.getWithdrawn(),
                        progress.getOutsidePeriod(),
                        progress.getDatedAhead(),
                        progress.getToday(),
                        progress.getLast7Days(),
                        new AreaRow.Own(progress.getOwnEnrolled(), progress.getOwnToday(), progress.getOwnLast7Days())),
                new AreaRow.Goal(
                        progress.getTarget().orElse(null),
                        progress.getAttainmentPercent().orElse(null),
                        progress.getCompletedOn().orElse(null),
                        progress.getChildrenTarget().orElse(null)),
                progress.getStock().orElse(null),
                new AreaRow.Ranks(
                        progress.getRankByCount()
                                .orElseThrow(() -> new IllegalArgumentException("rankByCount is missing")),
                        progress.getRankByAttainment().orElse(null)),
                progress.getLastRecordedAt().orElse(null),
                pace(progress));
    }

    /** The ids come from the record key. */
    public static AlertRow fromAvro(CampaignId campaignId, AreaId areaId, AlertRule rule, Alert alert) {
        return new AlertRow(
                campaignId,
                areaId,
                rule,
                episodes(alert),
                new AlertRow.Evidence(
                        alert.getAsOfDay(),
                        alert.getEnrolled(),
                        alert.getTarget().orElseThrow(() -> new IllegalArgumentException("target is missing")),
                        alert.getExpected().orElse(null),
                        alert.getAttainmentPercent().orElse(null),
                        alert.getRequiredPerDay().orElse(null),
                        alert.getLastRecordedAt().orElse(null)));
    }

    private static List<Episode> episodes(Alert alert) {
        List<Episode> episodes = new ArrayList<>();
        alert.getEarlier().forEach(episode -> episodes.add(new Episode(episode.getFiredAt(), episode.getResolvedAt())));
        Instant resolvedAt = alert.getState() == AlertState.RESOLVED ? alert.getSince() : null;
        episodes.add(new Episode(alert.getFiredAt().orElse(alert.getSince()), resolvedAt));
        return episodes;
    }

    private static Pace pace(AreaProgress progress) {
        return new Pace(
                progress.getExpected().orElse(null),
                progress.getExpectedEndOfDay().orElse(null),
                progress.getRequiredPerDay().orElse(null),
                new Pace.Forecast(
                        progress.getProjected().orElse(null),
                        progress.getProjectedLow().orElse(null),
                        progress.getProjectedHigh().orElse(null),
                        progress.getProjectedByPlan().orElse(null),
                        progress.getProjectedCompletionOn().orElse(null)),
                progress.getStatus().flatMap(RowMapping::fromAvro).orElse(null));
    }

    /** Empty for a status that this version does not know. */
    private static Optional<PaceStatus> fromAvro(io.muster.schema.PaceStatus status) {
        return Stream.of(PaceStatus.values())
                .filter(known -> known.name().equals(status.name()))
                .findFirst();
    }

    private static CampaignRow.LevelLeaders fromAvro(LevelLeaders leaders) {
        return new CampaignRow.LevelLeaders(
                leaders.getLevel(), fromAvro(leaders.getByCount()), fromAvro(leaders.getByAttainment()));
    }

    private static List<CampaignRow.Leader> fromAvro(List<Leader> leaders) {
        return leaders.stream()
                .map(leader -> new CampaignRow.Leader(
                        leader.getRank(),
                        new AreaId(leader.getAreaId()),
                        leader.getEnrolled(),
                        leader.getAttainmentPercent().orElse(null)))
                .toList();
    }
}
