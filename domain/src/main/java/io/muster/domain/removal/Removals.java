package io.muster.domain.removal;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import io.muster.domain.removal.AreaRemoval.OfCampaign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/**
 * Computes the effects of removing reference records.
 *
 * @param enrolled the number of participants counted in an area and below it, on any day, by campaign id and area id
 */
public record Removals(References references, ToLongBiFunction<CampaignId, AreaId> enrolled) {

    /** The effects of removing a target; empty if there is no such target. */
    public Optional<TargetRemoval> target(CampaignId campaignId, AreaId areaId) {
        return Optional.ofNullable(references.target(campaignId, areaId))
                .map(target -> new TargetRemoval(new Target(campaignId, areaId, target)));
    }

    /** The effects of removing an area; empty if there is no such area. */
    public Optional<AreaRemoval> area(AreaId areaId) {
        return references.areas().containsKey(areaId) ? Optional.of(removal(areaId)) : Optional.empty();
    }

    /** The effects of removing a campaign; empty if it is not defined and has no targets. */
    public Optional<CampaignRemoval> campaign(CampaignId campaignId) {
        Campaign campaign = references.campaigns().get(campaignId);
        List<Target> targets = targets(campaignId);
        if (campaign == null && targets.isEmpty()) {
            return Optional.empty();
        }
        long people = campaign == null ? 0 : enrolled.applyAsLong(campaignId, campaign.rootAreaId());
        return Optional.of(new CampaignRemoval(campaignId, people, targets, certified(campaignId)));
    }

    private AreaRemoval removal(AreaId areaId) {
        List<Target> targets = new ArrayList<>();
        sorted(references.targets()).forEach((campaignId, ofAreas) -> {
            Long target = ofAreas.get(areaId);
            if (target != null) {
                targets.add(new Target(campaignId, areaId, target));
            }
        });
        int certified = references.certified().keySet().stream()
                .mapToInt(campaignId -> references.certified(campaignId, areaId).size())
                .sum();
        List<OfCampaign> campaigns = new ArrayList<>();
        sorted(references.campaigns()).values().stream()
                .filter(campaign -> isBelow(areaId, campaign.rootAreaId()))
                .forEach(campaign -> campaigns.add(new OfCampaign(
                        campaign.campaignId(),
                        enrolled.applyAsLong(campaign.campaignId(), areaId),
                        campaign.rootAreaId().equals(areaId))));
        return new AreaRemoval(areaId, children(areaId), below(areaId), campaigns, targets, certified);
    }

    private List<AreaId> children(AreaId areaId) {
        return AreaTree.children(references.areas().values()).getOrDefault(areaId, List.of()).stream()
                .map(Area::areaId)
                .toList();
    }

    private int below(AreaId areaId) {
        return AreaTree.subtree(areaId, AreaTree.children(references.areas().values()))
                        .size()
                - 1;
    }

    private boolean isBelow(AreaId areaId, AreaId rootAreaId) {
        return references.areas().containsKey(rootAreaId)
                && AreaTree.of(references.areas()).isWithin(areaId, rootAreaId);
    }

    private List<Target> targets(CampaignId campaignId) {
        return sorted(references.targets().getOrDefault(campaignId, Map.of())).entrySet().stream()
                .map(target -> new Target(campaignId, target.getKey(), target.getValue()))
                .toList();
    }

    private List<CertifiedCount> certified(CampaignId campaignId) {
        List<CertifiedCount> counts = new ArrayList<>();
        references
                .certified()
                .getOrDefault(campaignId, Map.of())
                .forEach((areaId, days) ->
                        days.forEach((date, count) -> counts.add(new CertifiedCount(campaignId, areaId, date, count))));
        counts.sort(Comparator.comparing(CertifiedCount::areaId).thenComparing(CertifiedCount::date));
        return counts;
    }

    private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
        return new TreeMap<>(map);
    }
}
