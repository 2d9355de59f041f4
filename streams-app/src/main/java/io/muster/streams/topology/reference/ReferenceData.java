package io.muster.streams.topology.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest reference records. One thread writes, any thread reads. Readers get the same snapshot until something
 * changes.
 */
public final class ReferenceData {

    private final Map<CampaignId, Campaign> campaigns = new HashMap<>();
    private final Map<AreaId, Area> areas = new HashMap<>();
    private final Map<CampaignId, Map<AreaId, Long>> targets = new HashMap<>();
    private final Map<CampaignId, Map<AreaId, Map<LocalDate, Long>>> certified = new HashMap<>();
    private @Nullable References snapshot = References.NONE;
    private @Nullable Map<AreaId, Area> areasSnapshot = Map.of();

    /** An immutable copy of all current reference records. */
    public synchronized References snapshot() {
        References now = snapshot;
        if (now == null) {
            Map<AreaId, Area> areasNow = areasSnapshot == null ? Map.copyOf(areas) : areasSnapshot;
            now = new References(Map.copyOf(campaigns), areasNow, copy(targets), copyDeep(certified));
            areasSnapshot = areasNow;
            snapshot = now;
        }
        return now;
    }

    /** @param campaign null if the definition was removed */
    synchronized void campaign(CampaignId campaignId, @Nullable Campaign campaign) {
        set(campaigns, campaignId, campaign);
        snapshot = null;
    }

    /** @param area null if the definition was removed */
    synchronized void area(AreaId areaId, @Nullable Area area) {
        set(areas, areaId, area);
        areasSnapshot = null;
        snapshot = null;
    }

    /** @param target null if the target was removed */
    synchronized void target(CampaignId campaignId, AreaId areaId, @Nullable Long target) {
        set(targets.computeIfAbsent(campaignId, id -> new HashMap<>()), areaId, target);
        snapshot = null;
    }

    /** @param enrolled null if the certified count was removed */
    synchronized void certified(CampaignId campaignId, AreaId areaId, LocalDate date, @Nullable Long enrolled) {
        set(
                certified
                        .computeIfAbsent(campaignId, id -> new HashMap<>())
                        .computeIfAbsent(areaId, id -> new HashMap<>()),
                date,
                enrolled);
        snapshot = null;
    }

    private static <K, V> void set(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private static <A, B, V> Map<A, Map<B, V>> copy(Map<A, Map<B, V>> map) {
        Map<A, Map<B, V>> copy = new HashMap<>();
        map.forEach((key, inner) -> copy.put(key, Map.copyOf(inner)));
        return Map.copyOf(copy);
    }

    private static <A, B, C, V> Map<A, Map<B, Map<C, V>>> copyDeep(Map<A, Map<B, Map<C, V>>> map) {
        Map<A, Map<B, Map<C, V>>> copy = new HashMap<>();
        map.forEach((key, inner) -> copy.put(key, copy(inner)));
        return Map.copyOf(copy);
    }
}
