package io.muster.simulation.traffic;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The reference records of a plan, to be published before its statements.
 *
 * @param areas top-down
 * @param targets of every area in every campaign; the targets of communes add up to those of their district, and so on
 */
public record TrafficReferences(List<Campaign> campaigns, List<Area> areas, List<Target> targets) {

    public TrafficReferences {
        campaigns = List.copyOf(campaigns);
        areas = List.copyOf(areas);
        targets = List.copyOf(targets);
    }

    /** The records of a plan. */
    public static TrafficReferences of(TrafficPlan plan) {
        List<Campaign> campaigns = IntStream.range(0, plan.campaigns())
                .mapToObj(campaign -> campaign(plan, campaign))
                .toList();
        return new TrafficReferences(campaigns, areas(plan.areas()), targets(plan));
    }

    private static Campaign campaign(TrafficPlan plan, int campaign) {
        TrafficPlan.Span span = plan.span();
        return new Campaign(
                plan.campaignId(campaign),
                names("Mô phỏng", "Simulation", campaign),
                new Campaign.Period(span.startsOn(), span.startsOn().plusDays(span.days() - 1L), span.zone()),
                TrafficTree.PROVINCE,
                new PlanCurve.Linear(),
                null,
                null,
                List.of());
    }

    private static List<Area> areas(int communes) {
        List<Area> areas = new ArrayList<>();
        Map<String, String> province = Map.of("vi", "Tỉnh mô phỏng", "en", "Simulated province");
        areas.add(new Area(TrafficTree.PROVINCE, null, "province", "province", province, null, null));
        for (int district = 0; district < TrafficTree.districts(communes); district++) {
            AreaId id = TrafficTree.districtId(district);
            Map<String, String> names = names("Huyện", "District", district);
            areas.add(new Area(id, TrafficTree.PROVINCE, "district", "district", names, null, null));
        }
        for (int commune = 0; commune < communes; commune++) {
            AreaId districtId = TrafficTree.districtId(TrafficTree.districtOf(commune));
            Map<String, String> names = names("Xã", "Commune", commune);
            areas.add(new Area(TrafficTree.communeId(commune), districtId, "commune", "commune", names, null, null));
        }
        return areas;
    }

    private static Map<String, String> names(String vietnamese, String english, int index) {
        return Map.of("vi", vietnamese + " " + (index + 1), "en", english + " " + (index + 1));
    }

    private static List<Target> targets(TrafficPlan plan) {
        long each = Math.max(1, plan.statements() / plan.campaigns() / plan.areas());
        long[] districts = new long[TrafficTree.districts(plan.areas())];
        for (int commune = 0; commune < plan.areas(); commune++) {
            districts[TrafficTree.districtOf(commune)] += each;
        }
        List<Target> targets = new ArrayList<>();
        for (int campaign = 0; campaign < plan.campaigns(); campaign++) {
            CampaignId id = plan.campaignId(campaign);
            targets.add(new Target(id, TrafficTree.PROVINCE, each * plan.areas()));
            for (int district = 0; district < districts.length; district++) {
                targets.add(new Target(id, TrafficTree.districtId(district), districts[district]));
            }
            for (int commune = 0; commune < plan.areas(); commune++) {
                targets.add(new Target(id, TrafficTree.communeId(commune), each));
            }
        }
        return targets;
    }
}
