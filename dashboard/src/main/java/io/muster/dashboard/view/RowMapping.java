package io.muster.dashboard.view;

import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import io.muster.schema.AreaProgress;
import io.muster.schema.CampaignProgress;
import io.muster.schema.DailyCount;
import io.muster.schema.DataQuality;
import io.muster.schema.Leader;
import io.muster.schema.LevelLeaders;
import io.muster.schema.SegmentCount;
import java.time.LocalDate;
import java.util.List;

/** From published records to rows. What a row is about comes from the key of the record. */
final class RowMapping {

    private RowMapping() {}

    static Published<DayRow> day(String campaignId, String areaId, LocalDate date, DailyCount count) {
        return new Published<>(
                new DayRow(
                        campaignId,
                        areaId,
                        date,
                        count.getEnrolled(),
                        count.getWithdrawn(),
                        count.getCertified().orElse(null)),
                count.getComputedAt());
    }

    static Published<SegmentRow> segment(
            String campaignId, String areaId, Dimension dimension, String value, SegmentCount count) {
        return new Published<>(
                new SegmentRow(campaignId, areaId, dimension, value, count.getEnrolled()), count.getComputedAt());
    }

    static Published<AreaRow> area(String campaignId, String areaId, AreaProgress progress) {
        return new Published<>(areaRow(campaignId, areaId, progress), progress.getComputedAt());
    }

    static Published<CampaignRow> campaign(String campaignId, CampaignProgress progress) {
        CampaignRow row = new CampaignRow(
                campaignId,
                progress.getAsOfDay().orElse(null),
                progress.getProgress()
                        .map(root -> areaRow(campaignId, root.getAreaId(), root))
                        .orElse(null),
                progress.getStock().orElse(null),
                progress.getStockTarget().orElse(null),
                progress.getLeaders().stream().map(RowMapping::levelLeaders).toList(),
                quality(progress.getDataQuality()));
        return new Published<>(row, progress.getComputedAt());
    }

    private static AreaRow areaRow(String campaignId, String areaId, AreaProgress progress) {
        return new AreaRow(
                campaignId,
                areaId,
                progress.getParentId().orElse(null),
                progress.getLevel(),
                progress.getAsOfDay(),
                progress.getEnrolled(),
                progress.getWithdrawn(),
                progress.getOutsidePeriod(),
                progress.getToday(),
                progress.getLast7Days(),
                progress.getTarget().orElse(null),
                progress.getAttainmentPercent().orElse(null),
                progress.getCompletedOn().orElse(null),
                progress.getChildrenTarget().orElse(null),
                progress.getStock().orElse(null),
                progress.getRankByCount().orElseThrow(() -> new IllegalArgumentException("rankByCount is missing")),
                progress.getRankByAttainment().orElse(null),
                progress.getLastRecordedAt().orElse(null));
    }

    private static CampaignRow.LevelLeaders levelLeaders(LevelLeaders leaders) {
        return new CampaignRow.LevelLeaders(
                leaders.getLevel(), leaders(leaders.getByCount()), leaders(leaders.getByAttainment()));
    }

    private static List<CampaignRow.Leader> leaders(List<Leader> leaders) {
        return leaders.stream()
                .map(leader -> new CampaignRow.Leader(
                        leader.getRank(),
                        leader.getAreaId(),
                        leader.getEnrolled(),
                        leader.getAttainmentPercent().orElse(null)))
                .toList();
    }

    private static CampaignRow.DataQuality quality(DataQuality quality) {
        return new CampaignRow.DataQuality(
                quality.getCampaignKnown(),
                quality.getUnplaced(),
                quality.getUnknownArea(),
                quality.getOutsideTree(),
                quality.getOutsidePeriod(),
                quality.getOrphanAreas(),
                quality.getCyclicAreas(),
                quality.getTargetMismatches());
    }
}
