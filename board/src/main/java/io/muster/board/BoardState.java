package io.muster.board;

import static java.util.Collections.unmodifiableMap;

import io.muster.board.Changes.AreaKey;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Dimension;
import io.muster.schema.Alert;
import io.muster.schema.AreaProgress;
import io.muster.schema.CampaignProgress;
import io.muster.schema.DailyCount;
import io.muster.schema.SegmentCount;
import io.muster.schema.Target;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folds the topics into the latest record of each key, in any order of topics. Not thread-safe. */
final class BoardState {

    private static final Map<String, Dimension> DIMENSIONS =
            Arrays.stream(Dimension.values()).collect(Collectors.toUnmodifiableMap(Dimension::fieldName, d -> d));

    private final Map<String, CampaignState> campaigns = new HashMap<>();
    private final Map<String, Area> areas = new HashMap<>();
    private @Nullable Map<String, Area> frozenAreas;

    /** Parsed dates by their text. Few distinct dates occur in many keys. */
    private final Map<String, LocalDate> dates = new HashMap<>();

    /** Interned segment values. Few distinct values occur in many keys. */
    private final Map<String, String> segmentValues = new HashMap<>();

    private final Set<String> changedCampaigns = new HashSet<>();
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

    /** The feeds of a board with corrections. Their topic is not compacted and keeps growing. */
    List<Feed<?>> feedsWithCorrections() {
        List<Feed<?>> all = new ArrayList<>(feeds());
        all.add(corrections.feed());
        return all;
    }

    private void campaign(String key, io.muster.schema.@Nullable Campaign value) {
        var definition = value == null ? null : ReferenceMapping.fromAvro(key, value);
        change(key, campaign -> campaign.definition(definition));
    }

    private void area(String key, io.muster.schema.@Nullable Area value, RecordLocation location) {
        Maps.putOrRemove(areas, key, value == null ? null : ReferenceMapping.fromAvro(key, value));
        treeChanged = true;
        frozenAreas = null;
        position.note(PositionTracker.Source.AREAS, location);
    }

    private void target(String key, @Nullable Target value) {
        KeyParts parts = KeyParts.ofInput(key);
        Long target = value == null
                ? null
                : (Long) new io.muster.domain.reference.Target(parts.campaignId(), parts.areaId(), value.getTarget())
                        .target();
        change(parts.campaignId(), campaign -> campaign.target(parts.areaId(), target));
    }

    private void campaignProgress(String key, @Nullable CampaignProgress value) {
        var row = value == null ? null : new Published<>(RowMapping.fromAvro(key, value), value.getComputedAt());
        change(key, campaign -> campaign.progress(row));
    }

    private void areaProgress(String key, @Nullable AreaProgress value, RecordLocation location) {
        KeyParts parts = KeyParts.ofCount(key, 2);
        change(
                parts,
                (campaignId, area) -> area.progress(
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, value), value.getComputedAt())));
        note(PositionTracker.Source.PROGRESS, parts, location);
        if (value == null) {
            edit(parts.campaignId(), campaign -> campaign.removedBy(location));
        }
    }

    private void day(String key, @Nullable DailyCount value, RecordLocation location) {
        KeyParts parts = KeyParts.ofCount(key, 3);
        LocalDate date = dates.computeIfAbsent(parts.at(2), LocalDate::parse);
        change(
                parts,
                (campaignId, area) -> area.day(
                        date,
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, date, value), value.getComputedAt())));
        note(PositionTracker.Source.DAYS, parts, location);
    }

    private void segment(String key, @Nullable SegmentCount value, RecordLocation location) {
        KeyParts parts = KeyParts.ofCount(key, 4);
        Dimension dimension = DIMENSIONS.get(parts.at(2));
        if (dimension == null) {
            throw new IllegalArgumentException("unknown dimension  " + parts.at(2));
        }
        String segment = segmentValues.computeIfAbsent(parts.at(3), text -> text);
        change(
                parts,
                (campaignId, area) -> area.segment(
                        dimension,
                        segment,
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, dimension, segment, value),
                                        value.getComputedAt())));
        note(PositionTracker.Source.SEGMENTS, parts, location);
    }

    private void alert(String key, @Nullable Alert value, RecordLocation location) {
        KeyParts parts = KeyParts.ofCount(key, 3);
        AlertRule rule = AlertRule.valueOf(parts.at(2));
        change(
                parts,
                (campaignId, area) -> area.alert(
                        rule,
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, rule, value), value.getComputedAt())));
        note(PositionTracker.Source.ALERTS, parts, location);
    }

    private void note(PositionTracker.Source topic, KeyParts key, RecordLocation location) {
        position.note(topic, location);
        edit(key.campaignId(), campaign -> campaign.area(key.areaId(), area -> area.changedBy(topic, location)));
    }

    /** Changes an area. The function receives the shared instance of the campaign id, to save memory. */
    private void change(KeyParts key, BiConsumer<String, AreaState> change) {
        edit(key.campaignId(), campaign -> campaign.area(key.areaId(), area -> change.accept(campaign.id, area)));
        changedAreas.add(new AreaKey(key.campaignId(), key.areaId()));
    }

    private void change(String campaignId, Consumer<CampaignState> change) {
        edit(campaignId, change);
        changedCampaigns.add(campaignId);
    }

    private void edit(String campaignId, Consumer<CampaignState> change) {
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
        Map<String, CampaignView> campaignsNow = new HashMap<>();
        campaigns.forEach((campaignId, campaign) -> {
            if (!campaign.isEmpty()) {
                campaignsNow.put(campaignId, campaign.freeze());
            }
        });
        return new Board(unmodifiableMap(campaignsNow), areasNow(), corrections.freeze(), position.freeze());
    }

    private Map<String, Area> areasNow() {
        if (frozenAreas == null) {
            frozenAreas = Map.copyOf(areas);
        }
        return frozenAreas;
    }
}
