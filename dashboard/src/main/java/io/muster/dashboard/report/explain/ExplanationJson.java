package io.muster.dashboard.report.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.dashboard.report.explain.Explanation.Kind;
import io.muster.dashboard.report.explain.Explanation.Movement;
import io.muster.dashboard.report.explain.Explanation.Part;
import io.muster.dashboard.report.wording.JsonParts;
import io.muster.dashboard.report.wording.Language;
import io.muster.dashboard.report.wording.Wording;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.DayRow;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as JSON. Fields may be added; those here stay. Dates are {@code 2023-05-18}, times are in UTC, what is not known
 * is null, names are in the language asked for. No participant is named.
 *
 * <pre>{@code
 * campaign       id, name, startsOn, endsOn, zone
 * area           areaId, name
 * day            the only day that is explained, or null
 * asOfDay        the day for which progress is judged now
 * computedAt     when the newest of the figures was computed
 * enrolled, withdrawn, certified, adjustment: sums over days
 * days           of the campaign's period up to asOfDay: date, enrolled, withdrawn, certified, adjustment
 * datedAhead     enrolled on later days of the period; they enter when their day comes
 * daysAhead      those days: date, enrolled
 * outsidePeriod  enrolled on other days, which do not count
 * outsideDays    those days: date, enrolled
 * parts          the areas directly below: areaId, name, enrolled
 * own            enrolled by statements that name the area itself
 * corrections    kind (MOVED_AWAY, WITHDRAWN, MOVED_IN, CHANGED_DAY), at (when it came in), from, to; as they came in
 * summary        movedAway, withdrawn, movedIn, changedDay: how many corrections of each kind
 * dataQuality    as in the bulletin, of the whole campaign
 *
 * from, to       status, areaId, name, enrolledOn, eventId, version, source, recordedAt
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
                    .put("adjustment", row.adjustment()));
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
                .put("changedDay", explanation.count(Kind.CHANGED_DAY));
        json.set("dataQuality", JsonParts.quality(explanation.quality()));
        return json;
    }

    private static ObjectNode day(DayRow row) {
        return JsonParts.object().put("date", row.date().toString()).put("enrolled", row.enrolled());
    }

    private ObjectNode correction(Movement movement) {
        ObjectNode json = JsonParts.object()
                .put("kind", movement.kind().name())
                .put("at", movement.correction().at().toString());
        json.set("from", placement(movement.correction().from()));
        json.set("to", placement(movement.correction().to()));
        return json;
    }

    private ObjectNode placement(Placement placement) {
        return JsonParts.object()
                .put("status", placement.status().name())
                .put("areaId", placement.areaId())
                .put("name", name(placement.areaId()))
                .put("enrolledOn", placement.enrolledOn().toString())
                .put("eventId", placement.eventId().toString())
                .put("version", placement.version())
                .put("source", placement.source())
                .put("recordedAt", placement.recordedAt().toString());
    }

    private @Nullable String name(String areaId) {
        Area area = explanation.named().get(areaId);
        return area == null ? null : wording.name(area);
    }
}
