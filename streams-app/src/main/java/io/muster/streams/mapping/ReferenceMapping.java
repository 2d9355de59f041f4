package io.muster.streams.mapping;

import io.muster.domain.InvalidFieldException;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import java.time.DateTimeException;
import java.time.ZoneId;

/** From the reference records of the contract to those of the domain. */
public final class ReferenceMapping {

    private ReferenceMapping() {}

    /** @throws InvalidFieldException if a field has a value it cannot have */
    public static Campaign campaign(String campaignId, io.muster.schema.Campaign record) {
        return new Campaign(
                campaignId,
                record.getNames(),
                record.getStartsOn(),
                record.getEndsOn(),
                zone(record.getZone()),
                record.getRootAreaId(),
                plan(record),
                record.getBaseline().orElse(null),
                record.getStockTarget().orElse(null));
    }

    /** @throws InvalidFieldException if a field has a value it cannot have */
    public static Area area(String areaId, io.muster.schema.Area record) {
        return new Area(
                areaId,
                record.getParentId().orElse(null),
                record.getLevel(),
                record.getKind(),
                record.getNames(),
                record.getBaseline().orElse(null),
                record.getPosition()
                        .map(position -> new Area.TilePosition(position.getColumn(), position.getRow()))
                        .orElse(null));
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
