package io.muster.domain.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
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
        Map<CampaignId, Campaign> campaigns,
        Map<AreaId, Area> areas,
        Map<CampaignId, Map<AreaId, Long>> targets,
        Map<CampaignId, Map<AreaId, Map<LocalDate, Long>>> certified) {

    public static final References NONE = new References(Map.of(), Map.of(), Map.of(), Map.of());

    /** The target of an area in a campaign, or null. */
    public @Nullable Long target(CampaignId campaignId, AreaId areaId) {
        return targets.getOrDefault(campaignId, Map.of()).get(areaId);
    }

    /** The counts signed off for an area in a campaign, by day. */
    public Map<LocalDate, Long> certified(CampaignId campaignId, AreaId areaId) {
        return certified.getOrDefault(campaignId, Map.of()).getOrDefault(areaId, Map.of());
    }
}
