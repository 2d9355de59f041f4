package io.muster.contract.mapping;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.schema.PlanPoint;
import io.muster.schema.TilePosition;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Maps reference records to Avro and back. Their ids are the record keys. */
public final class ReferenceMapping {

    private ReferenceMapping() {}

    /** @throws InvalidFieldException if a field is invalid */
    public static Campaign fromAvro(CampaignId campaignId, io.muster.schema.Campaign record) {
        return new Campaign(
                campaignId,
                record.getNames(),
                new Campaign.Period(record.getStartsOn(), record.getEndsOn(), zone(record.getZone())),
                new AreaId(record.getRootAreaId()),
                plan(record),
                record.getBaseline().orElse(null),
                record.getStockTarget().orElse(null),
                record.getAlertRules().stream().map(ReferenceMapping::fromAvro).toList());
    }

    /** @throws InvalidFieldException if a field is invalid */
    public static Area fromAvro(AreaId areaId, io.muster.schema.Area record) {
        return new Area(
                areaId,
                record.getParentId().map(AreaId::new).orElse(null),
                record.getLevel(),
                record.getKind(),
                record.getNames(),
                record.getBaseline().orElse(null),
                record.getPosition()
                        .map(position -> new Area.TilePosition(position.getColumn(), position.getRow()))
                        .orElse(null),
                record.getMoves().stream().map(ReferenceMapping::fromAvro).toList());
    }

    public static io.muster.schema.Campaign toAvro(Campaign campaign) {
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
                campaign.rootAreaId().value(),
                points.isEmpty() ? io.muster.schema.PlanCurve.LINEAR : io.muster.schema.PlanCurve.POINTS,
                points,
                campaign.baseline(),
                campaign.stockTarget(),
                campaign.alertRules().stream().map(ReferenceMapping::toAvro).toList());
    }

    private static io.muster.schema.AlertRules toAvro(AlertRules rules) {
        return new io.muster.schema.AlertRules(
                rules.level(),
                rules.behindMarginPercent(),
                rules.behindResolveMarginPercent(),
                rules.behindHoldDays(),
                rules.silentHours());
    }

    private static AlertRules fromAvro(io.muster.schema.AlertRules record) {
        return new AlertRules(
                record.getLevel(),
                record.getBehindMarginPercent(),
                record.getBehindResolveMarginPercent(),
                record.getBehindHoldDays(),
                record.getSilentHours());
    }

    public static io.muster.schema.Area toAvro(Area area) {
        Area.TilePosition position = area.position();
        return new io.muster.schema.Area(
                AreaId.valueOrNull(area.parentId()),
                area.level(),
                area.kind(),
                area.names(),
                area.baseline(),
                position == null ? null : new TilePosition(position.column(), position.row()),
                area.moves().stream().map(ReferenceMapping::toAvro).toList());
    }

    private static io.muster.schema.AreaMove toAvro(AreaMove move) {
        return new io.muster.schema.AreaMove(
                AreaId.valueOrNull(move.from()),
                AreaId.valueOrNull(move.to()),
                move.at(),
                move.above().stream().map(AreaId::value).toList());
    }

    private static AreaMove fromAvro(io.muster.schema.AreaMove record) {
        return new AreaMove(
                record.getFrom().map(AreaId::new).orElse(null),
                record.getTo().map(AreaId::new).orElse(null),
                record.getAt(),
                record.getAbove().stream().map(AreaId::new).toList());
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidFieldException(
                    "zone", "must be an IANA time zone such as Asia/Ho_Chi_Minh, but is " + zone);
        }
    }

    private static PlanCurve plan(io.muster.schema.Campaign record) {
        return switch (record.getPlanCurve()) {
            case LINEAR -> new PlanCurve.Linear();
            case POINTS ->
                new PlanCurve.Points(record.getPlanPoints().stream()
                        .map(point -> new PlanCurve.Point(point.getDate(), point.getShare()))
                        .toList());
        };
    }
}
