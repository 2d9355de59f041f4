package io.muster.domain.reference;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All reference records known so far, in any order of arrival. References between them are not resolved: an area may
 * name a parent that is not known yet.
 *
 * @param campaigns by campaign id
 * @param areas by area id
 * @param targets by campaign id, then area id
 * @param certified by campaign id, then area id, then day
 */
public record References(
        Map<String, Campaign> campaigns,
        Map<String, Area> areas,
        Map<String, Map<String, Long>> targets,
        Map<String, Map<String, Map<LocalDate, Long>>> certified) {

    public static final References NONE = new References(Map.of(), Map.of(), Map.of(), Map.of());

    /** The target of an area in a campaign, or null. */
    public @Nullable Long target(String campaignId, String areaId) {
        return targets.getOrDefault(campaignId, Map.of()).get(areaId);
    }

    /** The counts signed off for an area in a campaign, by day. */
    public Map<LocalDate, Long> certified(String campaignId, String areaId) {
        return certified.getOrDefault(campaignId, Map.of()).getOrDefault(areaId, Map.of());
    }
}
