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
import io.muster.report.bulletin.Corrections;
import io.muster.report.bulletin.Corrections.Change;
import io.muster.report.bulletin.Corrections.Kind;
import io.muster.report.bulletin.Figures;
import io.muster.report.bulletin.TreeNews;
import io.muster.report.counted.Certified;
import io.muster.report.wording.JsonParts;
import io.muster.report.wording.Language;
import io.muster.report.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as JSON. Fields may be added; those here stay. Dates are {@code 2023-05-18}, times are in UTC, what is not known is
 * null, names are in the language asked for.
 *
 * <pre>{@code
 * campaign       id, name, startsOn, endsOn, zone
 * asOfDay        the last day that counts
 * phase          NOT_STARTED, RUNNING or OVER: before the first day, or after the last
 * plannedThrough the day at whose end the plan is meant that figures are held against: asOfDay, or the day before while that runs
 * computedAt     when the newest of the figures was computed
 * area           areaId, name of the area at the top, and its figures (see below)
 * stock          participants before the campaign, and those enrolled
 * counting       state: UNKNOWN, UP_TO_DATE, BEHIND or STOPPED, whether the application that counts is up to date now; since: its last
 *                sign, where it is STOPPED; records: how many wait, where it is BEHIND
 * stockTarget    the stock aimed at
 * stockPercent   100 × stock ÷ stockTarget
 * certified      through, enrolled, adjustment: what was signed off from the first day on, and how much the count of these days
 *                differs now; only where days are certified
 * level          the level of the areas listed
 * leaders        byCount, byAttainment: those ranked first to fifth; rank, areaId, name, enrolled, attainmentPercent
 * completed      areaId, name, completedOn; the first to complete first
 * own            areaId, name, enrolled, today, last7Days, datedAhead: what was stated for areas above the lines themselves; with areas it
 *                adds up to the total
 * behind         areaId, name, enrolled, expected, behindBy; the furthest behind first
 * corrections    from, through: the local days on which they were made; moved, changedDay, withdrawn, left, restored: how many;
 *                net: by how much they changed the total; areas: areaId, name, net; later: the same of those made since through,
 *                which are in the figures too; null where they are not known
 * treeChanges    areas that got another parent since the bulletin before, where that changed these figures: at, on (the local day), later
 *                (whether after asOfDay), from, to (areaId, name, or null), moved: areaId, name; people: who is counted to date in
 *                what moved, null where it belongs to the campaign no longer; areas: areaId, name, net
 * areas          areaId, name, figures, rankByCount, rankByAttainment; by rankByCount, which is null where nobody is enrolled
 * dataQuality    unplaced, unknownArea, outsideTree, outsidePeriod, orphanAreas, cyclicAreas, targetMismatches, datedAhead;
 *                unplacedAreas: areaId, enrolled, known, of those in no tree; recordedAhead, changedElsewhere: source,
 *                participants, the most first; as counted now
 *
 * name           carries the name of the area above where it repeats among the areas listed: "Tân An (Yên Dũng)"
 * figures        enrolled, today, last7Days, datedAhead (on days after asOfDay, not in enrolled), target, attainmentPercent, completedOn, expected: by the plan at the end of plannedThrough
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
        Certified certified = bulletin.certified();
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

    private @Nullable ObjectNode corrections(@Nullable Corrections told) {
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

    private ArrayNode treeChanges(TreeNews news) {
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

    private ObjectNode sum(Corrections.Sum sum) {
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
