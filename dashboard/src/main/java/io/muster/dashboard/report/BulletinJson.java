package io.muster.dashboard.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.dashboard.report.Bulletin.Line;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as JSON. Fields may be added; those here stay. Dates are {@code 2023-05-18}, times are in UTC, what is not known is
 * null, names are in the language asked for.
 *
 * <pre>{@code
 * campaign       id, name, startsOn, endsOn, zone
 * asOfDay        the last day that counts
 * computedAt     when the newest of the figures was computed
 * area           areaId, name of the area at the top, and its figures (see below)
 * stock          participants before the campaign, and those enrolled
 * stockTarget    the stock aimed at
 * stockPercent   100 × stock ÷ stockTarget
 * level          the level of the areas listed
 * leaders        byCount, byAttainment: those ranked first to fifth; rank, areaId, name, enrolled, attainmentPercent
 * completed      areaId, name, completedOn; the first to complete first
 * areas          areaId, name, figures, rankByCount, rankByAttainment; by rankByCount
 * dataQuality    unplaced, unknownArea, outsideTree, outsidePeriod, orphanAreas, cyclicAreas, targetMismatches; as counted now
 *
 * figures        enrolled, today, last7Days, target, attainmentPercent, completedOn
 * }</pre>
 */
public final class BulletinJson {

    private final Wording wording;

    private BulletinJson(Language language) {
        this.wording = new Wording(language);
    }

    /** The text of the JSON object, indented. */
    public static String text(Bulletin bulletin, Language language) {
        return new BulletinJson(language).object(bulletin).toPrettyString();
    }

    private ObjectNode object(Bulletin bulletin) {
        Campaign campaign = bulletin.campaign();
        ObjectNode json = object();
        json.putObject("campaign")
                .put("id", campaign.campaignId())
                .put("name", wording.name(campaign))
                .put("startsOn", campaign.startsOn().toString())
                .put("endsOn", campaign.endsOn().toString())
                .put("zone", campaign.zone().getId());
        json.put("asOfDay", bulletin.asOfDay().toString());
        json.put("computedAt", bulletin.computedAt().toString());
        json.set("area", figures(area(bulletin.root()), bulletin.total()));
        json.put("stock", bulletin.stock());
        json.put("stockTarget", campaign.stockTarget());
        json.put("stockPercent", bulletin.stockPercent());
        json.put("level", bulletin.level());
        ObjectNode leaders = json.putObject("leaders");
        leaders.set("byCount", leaders(bulletin.leadersByCount(), false));
        leaders.set("byAttainment", leaders(bulletin.leadersByAttainment(), true));
        ArrayNode completed = json.putArray("completed");
        for (Line line : bulletin.completed()) {
            completed.add(
                    area(line.area()).put("completedOn", text(line.figures().completedOn())));
        }
        ArrayNode areas = json.putArray("areas");
        for (Line line : bulletin.lines()) {
            areas.add(figures(area(line.area()), line.figures())
                    .put("rankByCount", line.rankByCount())
                    .put("rankByAttainment", line.rankByAttainment()));
        }
        json.set("dataQuality", quality(bulletin.quality()));
        return json;
    }

    private ArrayNode leaders(List<Line> lines, boolean byAttainment) {
        ArrayNode leaders = JsonNodeFactory.instance.arrayNode();
        for (Line line : lines) {
            ObjectNode leader =
                    object().put("rank", byAttainment ? line.rankByAttainment() : (Integer) line.rankByCount());
            leader.setAll(area(line.area()));
            leaders.add(leader.put("enrolled", line.figures().enrolled())
                    .put("attainmentPercent", line.figures().attainmentPercent()));
        }
        return leaders;
    }

    private ObjectNode area(Area area) {
        return object().put("areaId", area.areaId()).put("name", wording.name(area));
    }

    private static ObjectNode figures(ObjectNode json, Figures figures) {
        return json.put("enrolled", figures.enrolled())
                .put("today", figures.today())
                .put("last7Days", figures.last7Days())
                .put("target", figures.target())
                .put("attainmentPercent", figures.attainmentPercent())
                .put("completedOn", text(figures.completedOn()));
    }

    private static ObjectNode quality(DataQuality quality) {
        return object().put("unplaced", quality.unplaced())
                .put("unknownArea", quality.unknownArea())
                .put("outsideTree", quality.outsideTree())
                .put("outsidePeriod", quality.outsidePeriod())
                .put("orphanAreas", quality.orphanAreas())
                .put("cyclicAreas", quality.cyclicAreas())
                .put("targetMismatches", quality.targetMismatches());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
