package io.muster.dashboard.view;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.Target;
import java.time.ZoneId;

/** From reference records to domain records, which refuse what they cannot be. */
final class ReferenceMapping {

    private ReferenceMapping() {}

    static Campaign campaign(String campaignId, io.muster.schema.Campaign campaign) {
        return new Campaign(
                campaignId,
                campaign.getNames(),
                campaign.getStartsOn(),
                campaign.getEndsOn(),
                ZoneId.of(campaign.getZone()),
                campaign.getRootAreaId(),
                plan(campaign),
                campaign.getBaseline().orElse(null),
                campaign.getStockTarget().orElse(null));
    }

    static Area area(String areaId, io.muster.schema.Area area) {
        return new Area(
                areaId,
                area.getParentId().orElse(null),
                area.getLevel(),
                area.getKind(),
                area.getNames(),
                area.getBaseline().orElse(null),
                area.getPosition()
                        .map(at -> new Area.TilePosition(at.getColumn(), at.getRow()))
                        .orElse(null));
    }

    static Target target(String campaignId, String areaId, io.muster.schema.Target target) {
        return new Target(campaignId, areaId, target.getTarget());
    }

    private static PlanCurve plan(io.muster.schema.Campaign campaign) {
        return switch (campaign.getPlanCurve()) {
            case LINEAR -> new PlanCurve.Linear();
            case POINTS ->
                new PlanCurve.Points(campaign.getPlanPoints().stream()
                        .map(point -> new PlanCurve.Point(point.getDate(), point.getShare()))
                        .toList());
        };
    }
}
