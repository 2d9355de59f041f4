package io.muster.streams.mapping;

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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the rows of the board to the records of the contract. */
public final class RowMapping {

    private RowMapping() {}

    public static DailyCount daily(DayRow row, Instant computedAt) {
        return DailyCount.newBuilder()
                .setCampaignId(row.campaignId())
                .setAreaId(row.areaId())
                .setDate(row.date())
                .setEnrolled(row.enrolled())
                .setWithdrawn(row.withdrawn())
                .setCertified(row.certified())
                .setAdjustment(row.adjustment())
                .setComputedAt(computedAt)
                .build();
    }

    public static SegmentCount segment(SegmentRow row, Instant computedAt) {
        return new SegmentCount(
                row.campaignId(), row.areaId(), row.dimension().fieldName(), row.value(), row.enrolled(), computedAt);
    }

    public static AreaProgress area(AreaRow row, Instant computedAt) {
        return AreaProgress.newBuilder()
                .setCampaignId(row.campaignId())
                .setAreaId(row.areaId())
                .setParentId(row.parentId())
                .setLevel(row.level())
                .setAsOfDay(row.asOfDay())
                .setComputedAt(computedAt)
                .setEnrolled(row.enrolled())
                .setWithdrawn(row.withdrawn())
                .setOutsidePeriod(row.outsidePeriod())
                .setToday(row.today())
                .setLast7Days(row.last7Days())
                .setTarget(row.target())
                .setAttainmentPercent(row.attainmentPercent())
                .setCompletedOn(row.completedOn())
                .setChildrenTarget(row.childrenTarget())
                .setChildrenTargetDifference(row.childrenTargetDifference())
                .setStock(row.stock())
                .setRankByCount(row.rankByCount())
                .setRankByAttainment(row.rankByAttainment())
                .setLastRecordedAt(row.lastRecordedAt())
                .build();
    }

    public static CampaignProgress campaign(CampaignRow row, Instant computedAt) {
        return CampaignProgress.newBuilder()
                .setCampaignId(row.campaignId())
                .setAsOfDay(row.asOfDay())
                .setComputedAt(computedAt)
                .setProgress(root(row.root(), computedAt))
                .setStock(row.stock())
                .setStockTarget(row.stockTarget())
                .setLeaders(row.leaders().stream().map(RowMapping::leaders).toList())
                .setDataQuality(quality(row.quality()))
                .build();
    }

    private static @Nullable AreaProgress root(@Nullable AreaRow root, Instant computedAt) {
        return root == null ? null : area(root, computedAt);
    }

    private static LevelLeaders leaders(CampaignRow.LevelLeaders level) {
        return new LevelLeaders(level.level(), leaders(level.byCount()), leaders(level.byAttainment()));
    }

    private static List<Leader> leaders(List<CampaignRow.Leader> leaders) {
        return leaders.stream()
                .map(leader ->
                        new Leader(leader.rank(), leader.areaId(), leader.enrolled(), leader.attainmentPercent()))
                .toList();
    }

    private static DataQuality quality(CampaignRow.DataQuality quality) {
        return new DataQuality(
                quality.campaignKnown(),
                quality.unplaced(),
                quality.unknownArea(),
                quality.outsideTree(),
                quality.outsidePeriod(),
                quality.orphanAreas(),
                quality.cyclicAreas(),
                quality.targetMismatches());
    }
}
