package io.muster.streams.topology;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.schema.PlanPoint;
import io.muster.schema.TilePosition;
import java.util.List;

/** Reference records as they are published. */
final class ReferenceRecords {

    private ReferenceRecords() {}

    static io.muster.schema.Campaign campaign(Campaign campaign) {
        List<PlanPoint> points = campaign.plan() instanceof PlanCurve.Points curve
                ? curve.points().stream()
                        .map(point -> new PlanPoint(point.date(), point.share()))
                        .toList()
                : List.of();
        return io.muster.schema.Campaign.newBuilder()
                .setNames(campaign.names())
                .setStartsOn(campaign.startsOn())
                .setEndsOn(campaign.endsOn())
                .setZone(campaign.zone().getId())
                .setRootAreaId(campaign.rootAreaId())
                .setPlanCurve(points.isEmpty() ? io.muster.schema.PlanCurve.LINEAR : io.muster.schema.PlanCurve.POINTS)
                .setPlanPoints(points)
                .setBaseline(campaign.baseline())
                .setStockTarget(campaign.stockTarget())
                .build();
    }

    static io.muster.schema.Area area(Area area) {
        Area.TilePosition position = area.position();
        return io.muster.schema.Area.newBuilder()
                .setParentId(area.parentId())
                .setLevel(area.level())
                .setKind(area.kind())
                .setNames(area.names())
                .setBaseline(area.baseline())
                .setPosition(position == null ? null : new TilePosition(position.column(), position.row()))
                .build();
    }
}
