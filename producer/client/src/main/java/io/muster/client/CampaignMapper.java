package io.muster.client;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.schema.PlanPoint;
import java.util.List;

/** A campaign as it travels; its id is the record's key. */
final class CampaignMapper {

    private CampaignMapper() {}

    static io.muster.schema.Campaign toAvro(Campaign campaign) {
        List<PlanPoint> points = campaign.plan() instanceof PlanCurve.Points curve
                ? curve.points().stream()
                        .map(point -> new PlanPoint(point.date(), point.share()))
                        .toList()
                : List.of();
        return new io.muster.schema.Campaign(
                campaign.names(),
                campaign.startsOn(),
                campaign.endsOn(),
                campaign.zone().getId(),
                campaign.rootAreaId(),
                points.isEmpty() ? io.muster.schema.PlanCurve.LINEAR : io.muster.schema.PlanCurve.POINTS,
                points,
                campaign.baseline(),
                campaign.stockTarget());
    }
}
