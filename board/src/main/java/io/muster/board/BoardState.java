package io.muster.board;

import static java.util.Collections.unmodifiableMap;

import io.muster.board.Changes.AreaKey;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
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

/** The fold of the topics: the latest record of each key, whatever came first. For one thread. */
final class BoardState {

    private final Map<String, CampaignState> campaigns = new HashMap<>();
    private final Map<String, Area> areas = new HashMap<>();
    private @Nullable Map<String, Area> frozenAreas;

    /** Interned dates: few distinct days occur in very many keys. */
    private final Map<LocalDate, LocalDate> dates = new HashMap<>();

    /** Interned segment values: few distinct values occur in very many keys. */
    private final Map<String, String> segmentValues = new HashMap<>();

    private final Set<String> changedCampaigns = new HashSet<>();
    private final Set<AreaKey> changedAreas = new HashSet<>();
    private boolean treeChanged;
    private final CorrectionBook corrections = new CorrectionBook(changedCampaigns::add);
    private final Offsets position = new Offsets();
    private final HeartbeatBook heartbeats = new HeartbeatBook(InstantSource.system(), System::nanoTime);

    /** The topics that make a board without corrections. */
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

    /** Those, and the corrections, of which there are more and more. */
    List<Feed<?>> feedsWithCorrections() {
        List<Feed<?>> all = new ArrayList<>(feeds());
        all.add(corrections.feed());
        return all;
    }

    private void campaign(String key, io.muster.schema.@Nullable Campaign value) {
        var definition = value == null ? null : ReferenceMapping.fromAvro(key, value);
        change(key, campaign -> campaign.definition(definition));
    }

    private void area(String key, io.muster.schema.@Nullable Area value, Origin origin) {
        Entries.put(areas, key, value == null ? null : ReferenceMapping.fromAvro(key, value));
        treeChanged = true;
        frozenAreas = null;
        position.note(Offsets.Of.AREAS, origin);
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
        var row = value == null ? null : new Published<>(RowMapping.fromAvro(key, value), value.getComputedAt());
        change(key, campaign -> campaign.progress(row));
    }

    private void areaProgress(String key, @Nullable AreaProgress value, Origin origin) {
        RowKey.OfArea row = RecordKeys.parseArea(key);
        AreaKey areaKey = new AreaKey(row.campaignId(), row.areaId());
        change(
                areaKey,
                (campaignId, area) -> area.progress(
                        value == null
                                ? null
                                : new Published<>(
                                        RowMapping.fromAvro(campaignId, area.id, value), value.getComputedAt())));
        note(Offsets.Of.PROGRESS, areaKey, origin);
        if (value == null) {
            edit(areaKey.campaignId(), campaign -> campaign.removedBy(origin));
        }
    }

    private void day(String key, @Nullable DailyCount value, Origin origin) {
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
        note(Offsets.Of.DAYS, areaKey, origin);
    }

    private void segment(String key, @Nullable SegmentCount value, Origin origin) {
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
        note(Offsets.Of.SEGMENTS, areaKey, origin);
    }

    private void alert(String key, @Nullable Alert value, Origin origin) {
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
        note(Offsets.Of.ALERTS, areaKey, origin);
    }

    private void note(Offsets.Of topic, AreaKey key, Origin origin) {
        position.note(topic, origin);
        edit(key.campaignId(), campaign -> campaign.area(key.areaId(), area -> area.changedBy(topic, origin)));
    }

    /** Changes an area in a campaign; the function gets the one string of the campaign's id that all rows share. */
    private void change(AreaKey key, BiConsumer<String, AreaState> change) {
        edit(key.campaignId(), campaign -> campaign.area(key.areaId(), area -> change.accept(campaign.id, area)));
        changedAreas.add(key);
    }

    private void change(String campaignId, Consumer<CampaignState> change) {
        edit(campaignId, change);
        changedCampaigns.add(campaignId);
    }

    private void edit(String campaignId, Consumer<CampaignState> change) {
        CampaignState known = campaigns.get(campaignId);
        CampaignState campaign = known == null ? new CampaignState(campaignId) : known;
        change.accept(campaign);
        Entries.put(campaigns, campaign.id, campaign.isForgettable() ? null : campaign);
    }

    /** @param identity of the topics whose records come from now on */
    void begin(long identity) {
        position.begin(identity);
    }

    /** Forgets everything, as before the first record. */
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

    /** What the application that counts says of itself. */
    HeartbeatBook heartbeats() {
        return heartbeats;
    }

    /** What changed since this was last asked. */
    Changes takeChanges() {
        Changes changes = new Changes(changedCampaigns, changedAreas, treeChanged);
        changedCampaigns.clear();
        changedAreas.clear();
        treeChanged = false;
        return changes;
    }

    /** A copy that shares with the one before it all that did not change. */
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
