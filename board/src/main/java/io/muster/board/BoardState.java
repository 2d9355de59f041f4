package io.muster.board;

import static java.util.Collections.unmodifiableMap;

import io.muster.board.Changes.AreaKey;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.RowKey;
import io.muster.schema.Alert;
import io.muster.schema.AreaProgress;
import io.muster.schema.CampaignProgress;
import io.muster.schema.DailyCount;
import io.muster.schema.SegmentCount;
import io.muster.schema.Target;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Folds the topics into the latest record of each key, in any order of topics. Not thread-safe. */
final class BoardState {

    private final Map<CampaignId, CampaignState> campaigns = new HashMap<>();
    private final Map<AreaId, Area> areas = new HashMap<>();
    private @Nullable Map<AreaId, Area> frozenAreas;

    /** Interned dates: few distinct days occur in very many keys. */
    private final Map<LocalDate, LocalDate> dates = new HashMap<>();

    /** Interned segment values: few distinct values occur in very many keys. */
    private final Map<String, String> segmentValues = new HashMap<>();

    private final Set<CampaignId> changedCampaigns = new HashSet<>();
    private final Set<AreaKey> changedAreas = new HashSet<>();
    private boolean treeChanged;
    private final CorrectionCounter corrections = new CorrectionCounter(changedCampaigns::add);
    private final PositionTracker position = new PositionTracker();
    private final HeartbeatTracker heartbeats = new HeartbeatTracker(InstantSource.system(), System::nanoTime);

    /** The feeds of a board without corrections. */
    List<Feed<?>> feeds() {
        return List.of(
                Feed.of(Topics.CAMPAIGNS, this::campaign),
                new Feed<>(Topics.AREAS, this::area),
                Feed.of(Topics.TARGETS, this::target),
                new Feed<>(Topics.DAILY_COUNTS, this::day),
                new Feed<>(Topics.AREA_PROGRESS, this::areaProgress),
                Feed.of(Topics.CAMPAIGN_PROGRESS, this::campaignProgress),
                new Feed<>(Topics.SEGMENT_COUNTS, this::segment),
                new Feed<>(Topics.ALERTS, this::alert),
                heartbeats.feed());
    }

    /** The feeds of a board with corrections. The topic of corrections is not compacted and keeps growing. */
    List<Feed<?>> feedsWithCorrections() {
        List<Feed<?>> all = new ArrayList<>(feeds());
        all.add(corrections.feed());
        return all;
    }

    private void campaign(String key, io.muster.schema.@Nullable Campaign value) {
        CampaignId campaignId = new CampaignId(key);
        var definition = value == null ? null : ReferenceMapping.fromAvro(campaignId, value);
        change(campaignId, campaign -> campaign.definition(definition));
    }

    private void area(String key, io.muster.schema.@Nullable Area value, RecordLocation location) {
        AreaId areaId = new AreaId(key);
        Maps.putOrRemove(areas, areaId, value == null ? null : ReferenceMapping.fromAvro(areaId, value));
        treeChanged = true;
        frozenAreas = null;
        position.note(PositionTracker.Source.AREAS, location);
    }

    private void target(String key, @Nullable Target value) {
        RecordKeys.TargetKey of = RecordKeys.parseTarget(key);
        Long target = value == null
                ? null
                : (Long)
                        new io.muster.domain.reference.Target(of.campaignId(), of.areaId(), value.getTarget()).target();
        change(of.campaignId(), campaign -> campaign.target(of.areaId(), target));
    }

    private void campaignProgress(String key, @Nullable CampaignProgress value) {
        CampaignId campaignId = new CampaignId(key);
        var row = value == null ? null : new Published<>(RowMapping.fromAvro(campaignId, value), value.getComputedAt());
        change(campaignId, campaign -> campaign.progress(row));
    }

    private void areaProgress(String key, @Nullable AreaProgress value, RecordLocation location) {
        RowKey.OfArea row = RecordKeys.parseArea(key);
        AreaKey areaKey = new AreaKey(row.campaignId(), row.areaId());
        change(
                areaKey,
                (campaignId, area) -> area.progress(
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, value), value.getComputedAt())));
        note(PositionTracker.Source.PROGRESS, areaKey, location);
        if (value == null) {
            edit(areaKey.campaignId(), campaign -> campaign.removedBy(location));
        }
    }

    private void day(String key, @Nullable DailyCount value, RecordLocation location) {
        RowKey.OfDay row = RecordKeys.parseDay(key);
        AreaKey areaKey = new AreaKey(row.campaignId(), row.areaId());
        LocalDate date = dates.computeIfAbsent(row.date(), first -> first);
        change(
                areaKey,
                (campaignId, area) -> area.day(
                        date,
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, date, value), value.getComputedAt())));
        note(PositionTracker.Source.DAYS, areaKey, location);
    }

    private void segment(String key, @Nullable SegmentCount value, RecordLocation location) {
        RowKey.OfSegment row = RecordKeys.parseSegment(key);
        AreaKey areaKey = new AreaKey(row.campaignId(), row.areaId());
        String segment = segmentValues.computeIfAbsent(row.value(), first -> first);
        change(
                areaKey,
                (campaignId, area) -> area.segment(
                        row.dimension(),
                        segment,
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, row.dimension(), segment, value),
                                        value.getComputedAt())));
        note(PositionTracker.Source.SEGMENTS, areaKey, location);
    }

    private void alert(String key, @Nullable Alert value, RecordLocation location) {
        RowKey.OfAlert row = RecordKeys.parseAlert(key);
        AreaKey areaKey = new AreaKey(row.campaignId(), row.areaId());
        change(
                areaKey,
                (campaignId, area) -> area.alert(
                        row.rule(),
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, row.rule(), value),
                                        value.getComputedAt())));
        note(PositionTracker.Source.ALERTS, areaKey, location);
    }

    private void note(PositionTracker.Source topic, AreaKey key, RecordLocation location) {
        position.note(topic, location);
        edit(key.campaignId(), campaign -> campaign.area(key.areaId(), area -> area.changedBy(topic, location)));
    }

    /** Changes an area. The function receives the shared instance of the campaign id, to save memory. */
    private void change(AreaKey key, BiConsumer<CampaignId, AreaState> change) {
        edit(key.campaignId(), campaign -> campaign.area(key.areaId(), area -> change.accept(campaign.id, area)));
        changedAreas.add(key);
    }

    private void change(CampaignId campaignId, Consumer<CampaignState> change) {
        edit(campaignId, change);
        changedCampaigns.add(campaignId);
    }

    private void edit(CampaignId campaignId, Consumer<CampaignState> change) {
        CampaignState known = campaigns.get(campaignId);
        CampaignState campaign = known == null ? new CampaignState(campaignId) : known;
        change.accept(campaign);
        Maps.putOrRemove(campaigns, campaign.id, campaign.isForgettable() ? null : campaign);
    }

    /** @param identity identifies the topics that are read from now on */
    void begin(long identity) {
        position.begin(identity);
    }

    /** Resets to the state before the first record. */
    void clear() {
        changedCampaigns.addAll(campaigns.keySet());
        campaigns.clear();
        areas.clear();
        frozenAreas = null;
        treeChanged = true;
        corrections.clear();
        position.clear();
        heartbeats.clear();
    }

    /** The heartbeats of the streams application. */
    HeartbeatTracker heartbeats() {
        return heartbeats;
    }

    /** Returns what changed since the last call. */
    Changes takeChanges() {
        Changes changes = new Changes(changedCampaigns, changedAreas, treeChanged);
        changedCampaigns.clear();
        changedAreas.clear();
        treeChanged = false;
        return changes;
    }

    /** Takes a snapshot. Unchanged parts are shared with the previous snapshot. */
    Board freeze() {
        Map<CampaignId, CampaignView> campaignsNow = new HashMap<>();
        campaigns.forEach((campaignId, campaign) -> {
            if (!campaign.isEmpty()) {
                campaignsNow.put(campaignId, campaign.freeze());
            }
        });
        return new Board(unmodifiableMap(campaignsNow), areasNow(), corrections.freeze(), position.freeze());
    }

    private Map<AreaId, Area> areasNow() {
        if (frozenAreas == null) {
            frozenAreas = Map.copyOf(areas);
        }
        return frozenAreas;
    }
}
