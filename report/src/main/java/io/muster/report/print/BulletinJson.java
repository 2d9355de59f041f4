package io.muster.report.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Own;
import io.muster.report.bulletin.CorrectionSummary;
import io.muster.report.bulletin.CorrectionSummary.Change;
import io.muster.report.bulletin.CorrectionSummary.Kind;
import io.muster.report.bulletin.Figures;
import io.muster.report.bulletin.TreeChangeReport;
import io.muster.report.counted.CertifiedTotal;
import io.muster.report.wording.JsonParts;
import io.muster.report.wording.Language;
import io.muster.report.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as JSON. Fields may be added, but are never removed. Dates are {@code 2023-05-18}, times are in UTC,
 * unknown values are null, names are in the requested language.
 *
 * <pre>{@code
 * campaign       id, name, startsOn, endsOn, zone
 * asOfDay        last counted day
 * phase          NOT_STARTED (before the first day), RUNNING or OVER (after the last day)
 * plannedThrough figures are compared with the plan at the end of this day: asOfDay, or the day before if asOfDay
 *                is not over
 * computedAt     when the latest of the figures was computed
 * area           areaId, name of the root area, and its figures (see below)
 * stock          baseline plus enrolled
 * counting       state: UNKNOWN, UP_TO_DATE, BEHIND or STOPPED, the state of the streams application now;
 *                since: its last heartbeat, if STOPPED; records: its lag, if BEHIND
 * stockTarget    the stock to reach
 * stockPercent   100 × stock ÷ stockTarget
 * certified      through, enrolled, adjustment: certified counts from the first day on, and how much the current
 *                counts of these days differ; only if days are certified
 * level          the level of the listed areas
 * leaders        byCount, byAttainment: areas ranked first to fifth: rank, areaId, name, enrolled, attainmentPercent
 * completed      areaId, name, completedOn; the earliest first
 * own            areaId, name, enrolled, today, last7Days, datedAhead: counts stated for areas outside the list;
 *                areas and own add up to the total
 * behind         areaId, name, enrolled, expected, behindBy; the furthest behind first
 * corrections    from, through: local days of the corrections; moved, changedDay, withdrawn, left, restored: number
 *                of corrections; net: net change of the total; areas: areaId, name, net; later: the same for
 *                corrections after through, which the figures contain too; null if unknown
 * treeChanges    areas that moved to another parent since the previous bulletin, if that changed these figures:
 *                at, on (local day), later (whether after asOfDay), from, to (areaId, name, or null),
 *                moved: areaId, name; people: enrolled to date in the moved areas, null if they left the campaign;
 *                areas: areaId, name, net
 * areas          areaId, name, figures, rankByCount, rankByAttainment; by rankByCount, which is null if the count is 0
 * dataQuality    unplaced, unknownArea, outsideTree, outsidePeriod, orphanAreas, cyclicAreas, targetMismatches,
 *                datedAhead; unplacedAreas: areaId, enrolled, known, for areas outside every tree;
 *                recordedAhead, changedElsewhere: source, participants, the most first; current values
 *
 * name           includes the parent's name if it occurs twice among the listed areas: "Tân An (Yên Dũng)"
 * figures        enrolled, today, last7Days, datedAhead (on days after asOfDay, not in enrolled), target,
 *                attainmentPercent, completedOn, expected (by the plan at the end of plannedThrough)
 * }</pre>
 */
final class BulletinJson {

    private final JsonParts parts;
    private final AreaLabels labels;

    private BulletinJson(Bulletin bulletin, Language language) {
        Wording wording = new Wording(language);
        this.parts = new JsonParts(wording);
        this.labels = bulletin.labels(wording::name);
    }

    /** The text of the JSON object, indented. */
    static String text(Bulletin bulletin, Language language) {
        return new BulletinJson(bulletin, language).json(bulletin).toPrettyString() + "\n";
    }

    private ObjectNode json(Bulletin bulletin) {
        Campaign campaign = bulletin.campaign();
        ObjectNode json = JsonParts.object();
        json.set("campaign", parts.campaign(campaign));
        json.put("asOfDay", bulletin.asOfDay().toString());
        json.put("phase", bulletin.phase().name());
        json.put("plannedThrough", bulletin.plannedThrough().toString());
        json.put("computedAt", bulletin.computedAt().toString());
        json.set("counting", JsonParts.counting(bulletin.counting()));
        json.set("area", figures(parts.area(bulletin.root()), bulletin.total()));
        json.put("stock", bulletin.stock());
        json.put("stockTarget", campaign.stockTarget());
        json.put("stockPercent", bulletin.stockPercent());
        CertifiedTotal certified = bulletin.certified();
        if (certified != null) {
            json.putObject("certified")
                    .put("through", certified.through().toString())
                    .put("enrolled", certified.enrolled())
                    .put("adjustment", certified.adjustment());
        }
        json.put("level", bulletin.level());
        ObjectNode leaders = json.putObject("leaders");
        leaders.set("byCount", leaders(bulletin.leadersByCount(), false));
        leaders.set("byAttainment", leaders(bulletin.leadersByAttainment(), true));
        ArrayNode completed = json.putArray("completed");
        for (Line line : bulletin.completed()) {
            completed.add(area(line.area())
                    .put("completedOn", JsonParts.text(line.figures().completedOn())));
        }
        ArrayNode behind = json.putArray("behind");
        for (Line line : bulletin.behind()) {
            behind.add(area(line.area())
                    .put("enrolled", line.figures().enrolled())
                    .put("expected", line.figures().expected())
                    .put("behindBy", line.figures().behindBy()));
        }
        json.set("corrections", corrections(bulletin.corrections()));
        json.set("treeChanges", treeChanges(bulletin.tree()));
        ArrayNode areas = json.putArray("areas");
        for (Line line : bulletin.lines()) {
            areas.add(figures(area(line.area()), line.figures())
                    .put("rankByCount", line.rankByCount())
                    .put("rankByAttainment", line.rankByAttainment()));
        }
        ArrayNode own = json.putArray("own");
        for (Own each : bulletin.own()) {
            own.add(parts.area(each.area())
                    .put("enrolled", each.enrolled())
                    .put("today", each.today())
                    .put("last7Days", each.last7Days())
                    .put("datedAhead", each.datedAhead()));
        }
        json.set("dataQuality", JsonParts.quality(bulletin.quality()));
        return json;
    }

    private ArrayNode leaders(List<Line> lines, boolean byAttainment) {
        ArrayNode leaders = JsonNodeFactory.instance.arrayNode();
        for (Line line : lines) {
            ObjectNode leader =
                    JsonParts.object().put("rank", byAttainment ? line.rankByAttainment() : line.rankByCount());
            leader.setAll(area(line.area()));
            leaders.add(leader.put("enrolled", line.figures().enrolled())
                    .put("attainmentPercent", line.figures().attainmentPercent()));
        }
        return leaders;
    }

    private ObjectNode area(Area area) {
        return parts.area(area).put("name", labels.of(area));
    }

    private static ObjectNode figures(ObjectNode json, Figures figures) {
        return json.put("enrolled", figures.enrolled())
                .put("today", figures.today())
                .put("last7Days", figures.last7Days())
                .put("datedAhead", figures.datedAhead())
                .put("target", figures.target())
                .put("attainmentPercent", figures.attainmentPercent())
                .put("completedOn", JsonParts.text(figures.completedOn()))
                .put("expected", figures.expected());
    }

    private @Nullable ObjectNode corrections(@Nullable CorrectionSummary told) {
        if (told == null) {
            return null;
        }
        ObjectNode json = JsonParts.object()
                .put("from", told.from().toString())
                .put("through", told.through().toString());
        json.setAll(sum(told.made()));
        json.set("later", sum(told.later()));
        return json;
    }

    private ArrayNode treeChanges(TreeChangeReport news) {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        news.all().forEach(told -> {
            ObjectNode json = parts.treeChange(told.change(), news.named())
                    .put("on", told.on().toString())
                    .put("later", news.later().contains(told))
                    .put("people", told.people());
            json.set("areas", changes(told.byArea()));
            changes.add(json);
        });
        return changes;
    }

    private ArrayNode changes(List<Change> byArea) {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        byArea.forEach(change -> changes.add(area(change.area()).put("net", change.net())));
        return changes;
    }

    private ObjectNode sum(CorrectionSummary.Sum sum) {
        ObjectNode json = JsonParts.object()
                .put("moved", sum.cases(Kind.MOVED))
                .put("changedDay", sum.cases(Kind.CHANGED_DAY))
                .put("withdrawn", sum.cases(Kind.WITHDRAWN))
                .put("left", sum.cases(Kind.LEFT))
                .put("restored", sum.cases(Kind.RESTORED))
                .put("net", sum.net());
        json.set("areas", changes(sum.byArea()));
        return json;
    }
}
