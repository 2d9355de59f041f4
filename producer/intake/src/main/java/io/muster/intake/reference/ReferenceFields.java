package io.muster.intake.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Area.TilePosition;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.Target;
import io.muster.intake.date.Dates;
import io.muster.intake.row.Fields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses a campaign, an area or a target from the fields of a line. Problems are noted in the fields. */
final class ReferenceFields {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final String POINTS_REMEDY = "write date:share pairs, as in 2023-05-01:0.02;2023-05-10:0.2";
    private static final Map<String, Boolean> HAS_POINTS = new TreeMap<>(Map.of("LINEAR", false, "POINTS", true));

    private ReferenceFields() {}

    static @Nullable Area area(Fields fields, List<String> nameColumns) {
        fields.canonicalize(List.of("areaId", "parentId", "level", "kind"));
        AreaId areaId = new AreaId(fields.id("areaId", Ids::areaProblem));
        String parent = fields.textOrNull("parentId");
        AreaId parentId = AreaId.ofNullable(parent);
        String level = fields.text("level");
        String kind = fields.text("kind");
        Map<String, String> names = names(fields, nameColumns);
        Long baseline = fields.wholeNumberOrNull("baseline");
        TilePosition position = position(fields);
        if (areaId.equals(parentId)) {
            fields.problem("parentId", "is the area itself", "name the area above it, or leave it empty at a root");
        }
        return fields.make(() -> new Area(areaId, parentId, level, kind, names, baseline, position));
    }

    static @Nullable Campaign campaign(Fields fields, List<String> nameColumns) {
        fields.canonicalize(List.of("campaignId", "rootAreaId"));
        CampaignId campaignId = new CampaignId(fields.id("campaignId", Ids::campaignProblem));
        Map<String, String> names = names(fields, nameColumns);
        LocalDate startsOn = fields.date("startsOn", Dates.ISO);
        LocalDate endsOn = fields.date("endsOn", Dates.ISO);
        ZoneId zone = zone(fields);
        AreaId rootAreaId = new AreaId(fields.id("rootAreaId", Ids::areaProblem));
        PlanCurve plan = plan(fields);
        Long baseline = fields.wholeNumberOrNull("baseline");
        Long stockTarget = fields.wholeNumberOrNull("stockTarget");
        List<AlertRules> alertRules = AlertRulesText.rules(fields);
        return fields.make(() -> new Campaign(
                campaignId,
                names,
                new Campaign.Period(startsOn, endsOn, zone),
                rootAreaId,
                plan,
                baseline,
                stockTarget,
                alertRules));
    }

    static @Nullable Target target(Fields fields) {
        fields.canonicalize(List.of("campaignId", "areaId"));
        CampaignId campaignId = new CampaignId(fields.id("campaignId", Ids::campaignProblem));
        AreaId areaId = new AreaId(fields.id("areaId", Ids::areaProblem));
        long target = fields.wholeNumber("target");
        return fields.make(() -> new Target(campaignId, areaId, target));
    }

    private static Map<String, String> names(Fields fields, List<String> columns) {
        Map<String, String> names = new TreeMap<>();
        for (String column : columns) {
            String name = fields.textOrNull(column);
            if (name != null && CanonicalForm.hiddenIn(name) != null) {
                // the problem names the hidden character
                fields.problem(column, "is not a printable one-line name", "write the name again");
            } else if (name != null) {
                names.put(column.substring(ReferenceKind.NAME_PREFIX.length()), name);
            }
        }
        return names;
    }

    private static @Nullable TilePosition position(Fields fields) {
        Integer column = tile(fields, "tileColumn");
        Integer row = tile(fields, "tileRow");
        if (column != null && row != null) {
            return new TilePosition(column, row);
        }
        if (fields.textOrNull("tileColumn") == null ^ fields.textOrNull("tileRow") == null) {
            String empty = fields.textOrNull("tileRow") == null ? "tileRow" : "tileColumn";
            fields.problem(empty, "is empty although the other half of the position is given", "fill in both or none");
        }
        return null;
    }

    private static @Nullable Integer tile(Fields fields, String field) {
        Long value = fields.wholeNumberOrNull(field);
        if (value == null) {
            return null;
        }
        if (value < 0 || value > Short.MAX_VALUE) {
            fields.problem(field, "is not a position on the map", "count columns and rows from 0");
            return null;
        }
        return value.intValue();
    }

    private static ZoneId zone(Fields fields) {
        String zone = fields.text("zone");
        if (ZONES.contains(zone)) {
            return ZoneId.of(zone);
        }
        if (!zone.isEmpty()) {
            fields.problem("zone", "is not a time zone", "write its IANA name, as in Asia/Ho_Chi_Minh");
        }
        return ZoneOffset.UTC;
    }

    private static PlanCurve plan(Fields fields) {
        String text = fields.textOrNull("planPoints");
        boolean hasPoints = fields.oneOf("planCurve", HAS_POINTS, text != null);
        if (!hasPoints) {
            if (text != null) {
                fields.problem("planPoints", "are given although planCurve is LINEAR", "write POINTS, or remove them");
            }
            return new PlanCurve.Linear();
        }
        try {
            return new PlanCurve.Points(points(text == null ? "" : text));
        } catch (InvalidFieldException e) {
            fields.problem(e.field(), e.problem(), POINTS_REMEDY);
            return new PlanCurve.Linear();
        }
    }

    private static List<PlanCurve.Point> points(String text) {
        List<PlanCurve.Point> points = new ArrayList<>();
        for (String pair : text.split(";", 0)) {
            String[] halves = pair.strip().split(":", -1);
            LocalDate date = halves.length == 2 ? Dates.iso(halves[0].strip()) : null;
            Double share = halves.length == 2 ? share(halves[1].strip()) : null;
            if (date != null && share != null) {
                points.add(new PlanCurve.Point(date, share));
            } else if (!pair.isBlank()) {
                throw new InvalidFieldException("planPoints", "has \"" + pair.strip() + "\", which is not date:share");
            }
        }
        return points;
    }

    private static @Nullable Double share(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
