package io.muster.report.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.AreaId;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.LostStatement;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.DayRow;
import io.muster.report.explain.Explanation.Kind;
import io.muster.report.explain.Explanation.Movement;
import io.muster.report.explain.Explanation.Part;
import io.muster.report.explain.Explanation.Side;
import io.muster.report.wording.JsonParts;
import io.muster.report.wording.Language;
import io.muster.report.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as JSON. Fields may be added, but are never removed. Dates are {@code 2023-05-18}, times are in UTC,
 * unknown values are null, names are in the requested language. Contains no participant ids.
 *
 * <pre>{@code
 * campaign       id, name, startsOn, endsOn, zone
 * area           areaId, name
 * day            the only explained day, or null
 * asOfDay        the current as-of day
 * computedAt     when the latest of the figures was computed
 * enrolled, withdrawn, certified, adjustment: sums over days
 * days           days of the campaign's period up to asOfDay: date, enrolled, withdrawn, certified, adjustment,
 *                adjustmentByTree: the part of adjustment caused by area tree changes after the sign-off;
 *                null if the day is not certified
 * datedAhead     enrolled on later days of the period; not counted yet
 * daysAhead      those days: date, enrolled
 * outsidePeriod  enrolled on days outside the period; never counted
 * outsideDays    those days: date, enrolled
 * parts          the areas directly below: areaId, name, enrolled
 * own            enrolled by statements that name the area itself
 * corrections    kind (MOVED_AWAY, WITHDRAWN, MOVED_IN, CHANGED_DAY, WITHDREW_ELSEWHERE),
 *                side (which of from and to names the area or one below it: BOTH, FROM, TO),
 *                at (arrival), from, to; ordered by arrival
 * summary        movedAway, withdrawn, movedIn, changedDay, withdrewElsewhere: number of corrections by kind
 * madeElsewhere  corrections of side FROM by source of their new statement, an office of another area:
 *                source, corrections
 * madeOfOthers   corrections of side TO by source, an office of this area: source, corrections
 * lost           statements that arrived later than the winning one but lost: at (arrival), lost,
 *                standing (the winning statement)
 * treeChanges    areas that moved to another parent and are, or were, in this area, or are this area:
 *                at, from, to (areaId, name, or null), moved: areaId, name;
 *                net: net change of the count of the explained days, null if the moved areas left the campaign
 * dataQuality    as in the bulletin, for the whole campaign
 *
 * from, to, lost, standing: status, areaId, name, enrolledOn, eventId, version, source, recordedAt, and
 *                recordedAheadMinutes: how far recordedAt is after the arrival, 0 up to five minutes
 * }</pre>
 */
public final class ExplanationJson {

    private final Explanation explanation;
    private final Wording wording;

    private ExplanationJson(Explanation explanation, Language language) {
        this.explanation = explanation;
        this.wording = new Wording(language);
    }

    /** The text of the JSON object, indented. */
    public static String text(Explanation explanation, Language language) {
        return new ExplanationJson(explanation, language).json().toPrettyString();
    }

    private ObjectNode json() {
        JsonParts parts = new JsonParts(wording);
        ObjectNode json = JsonParts.object();
        json.set("campaign", parts.campaign(explanation.campaign()));
        json.set("area", parts.area(explanation.area()));
        json.put("day", JsonParts.text(explanation.day()))
                .put("asOfDay", explanation.asOfDay().toString())
                .put("computedAt", explanation.computedAt().toString())
                .put("enrolled", explanation.enrolled())
                .put("withdrawn", explanation.withdrawn())
                .put("certified", explanation.certified())
                .put("adjustment", explanation.adjustment());
        ArrayNode days = json.putArray("days");
        for (DayRow row : explanation.days()) {
            days.add(day(row).put("withdrawn", row.withdrawn())
                    .put("certified", row.certified())
                    .put("adjustment", row.adjustment())
                    .put(
                            "adjustmentByTree",
                            row.certified() == null
                                    ? null
                                    : explanation.tree().adjustments().getOrDefault(row.date(), 0L)));
        }
        json.put("datedAhead", explanation.datedAhead());
        ArrayNode ahead = json.putArray("daysAhead");
        explanation.ahead().forEach(row -> ahead.add(day(row)));
        json.put("outsidePeriod", explanation.outsidePeriod());
        ArrayNode outside = json.putArray("outsideDays");
        explanation.outside().forEach(row -> outside.add(day(row)));
        ArrayNode below = json.putArray("parts");
        for (Part part : explanation.parts()) {
            below.add(parts.area(part.area()).put("enrolled", part.enrolled()));
        }
        json.put("own", explanation.own());
        ArrayNode corrections = json.putArray("corrections");
        explanation.movements().forEach(movement -> corrections.add(correction(movement)));
        json.putObject("summary")
                .put("movedAway", explanation.count(Kind.MOVED_AWAY))
                .put("withdrawn", explanation.count(Kind.WITHDRAWN))
                .put("movedIn", explanation.count(Kind.MOVED_IN))
                .put("changedDay", explanation.count(Kind.CHANGED_DAY))
                .put("withdrewElsewhere", explanation.count(Kind.WITHDREW_ELSEWHERE));
        json.set("madeElsewhere", madeBy(Side.FROM));
        json.set("madeOfOthers", madeBy(Side.TO));
        ArrayNode lost = json.putArray("lost");
        explanation.lost().forEach(loss -> lost.add(lost(loss)));
        ArrayNode tree = json.putArray("treeChanges");
        for (TreeEffects.Effect effect : explanation.tree().effects()) {
            tree.add(parts.treeChange(effect.change(), explanation.named()).put("net", effect.net()));
        }
        json.set("dataQuality", JsonParts.quality(explanation.quality()));
        return json;
    }

    private static ObjectNode day(DayRow row) {
        return JsonParts.object().put("date", row.date().toString()).put("enrolled", row.enrolled());
    }

    private ObjectNode correction(Movement movement) {
        ObjectNode json = JsonParts.object()
                .put("kind", movement.kind().name())
                .put("side", movement.side().name())
                .put("at", movement.correction().at().toString());
        json.set("from", placement(movement.correction().from()));
        json.set("to", placement(movement.correction().to()));
        return json;
    }

    private ArrayNode madeBy(Side side) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        explanation
                .madeBy(side)
                .forEach(made -> sources.add(
                        JsonParts.object().put("source", made.source()).put("corrections", made.participants())));
        return sources;
    }

    private ObjectNode lost(LostStatement loss) {
        ObjectNode json = JsonParts.object().put("at", loss.at().toString());
        json.set("lost", placement(loss.lost()));
        json.set("standing", placement(loss.standing()));
        return json;
    }

    private ObjectNode placement(Placement placement) {
        return JsonParts.object()
                .put("status", placement.status().name())
                .put("areaId", placement.areaId().value())
                .put("name", name(placement.areaId()))
                .put("enrolledOn", placement.enrolledOn().toString())
                .put("eventId", placement.eventId().toString())
                .put("version", placement.version())
                .put("source", placement.source())
                .put("recordedAt", placement.recordedAt().toString())
                .put("recordedAheadMinutes", placement.minutesAhead());
    }

    private @Nullable String name(AreaId areaId) {
        Area area = explanation.named().get(areaId);
        return area == null ? null : wording.name(area);
    }
}
