package io.muster.intake.reference;

import io.muster.domain.SpreadsheetText;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.Target;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes definitions as files with all fields. */
final class WrittenDefinitions {

    private WrittenDefinitions() {}

    static String campaigns(Campaign campaign) {
        Map<String, String> names = new TreeMap<>(campaign.names());
        return heading(
                        names,
                        "campaignId,startsOn,endsOn,zone,rootAreaId,"
                                + "planCurve,planPoints,baseline,stockTarget,alertRules")
                + row(
                        names,
                        campaign.campaignId(),
                        campaign.startsOn(),
                        campaign.endsOn(),
                        campaign.zone(),
                        campaign.rootAreaId(),
                        campaign.plan() instanceof PlanCurve.Points ? "POINTS" : "LINEAR",
                        campaign.plan() instanceof PlanCurve.Points points ? points(points) : null,
                        campaign.baseline(),
                        campaign.stockTarget(),
                        campaign.alertRules().stream()
                                .map(WrittenDefinitions::rules)
                                .collect(Collectors.joining(";")));
    }

    static String areas(Area area) {
        Map<String, String> names = new TreeMap<>(area.names());
        Area.TilePosition position = area.position();
        return heading(names, "areaId,parentId,level,kind,baseline,tileColumn,tileRow")
                + row(
                        names,
                        area.areaId(),
                        area.parentId(),
                        area.level(),
                        area.kind(),
                        area.baseline(),
                        position == null ? null : position.column(),
                        position == null ? null : position.row());
    }

    static String targets(Target target) {
        return heading(Map.of(), "campaignId,areaId,target")
                + row(Map.of(), target.campaignId(), target.areaId(), target.target());
    }

    private static String points(PlanCurve.Points points) {
        return points.points().stream()
                .map(point -> point.date() + ":" + point.share())
                .collect(Collectors.joining(";"));
    }

    private static String rules(AlertRules rules) {
        return rules.level() + ": behindMarginPercent=" + plain(rules.behindMarginPercent())
                + " behindResolveMarginPercent=" + plain(rules.behindResolveMarginPercent()) + " behindHoldDays="
                + rules.behindHoldDays() + " silentHours=" + rules.silentHours();
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    private static String heading(Map<String, String> names, String fields) {
        return Stream.concat(
                                Arrays.stream(fields.split(",", -1)),
                                names.keySet().stream().map(tag -> "name_" + tag))
                        .map(WrittenDefinitions::quoted)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String row(Map<String, String> names, @Nullable Object... values) {
        return Stream.concat(Arrays.stream(values).map(value -> Objects.toString(value, "")), names.values().stream())
                        .map(WrittenDefinitions::quoted)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String quoted(String value) {
        return '"' + SpreadsheetText.escape(value).replace("\"", "\"\"") + '"';
    }
}
