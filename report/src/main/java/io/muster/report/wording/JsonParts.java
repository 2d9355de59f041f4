package io.muster.report.wording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import io.muster.domain.tally.CountingState;
import io.muster.domain.tree.TreeChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects that several reports share. */
public record JsonParts(Wording wording) {

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public ObjectNode campaign(Campaign campaign) {
        return object().put("id", campaign.campaignId().value())
                .put("name", wording.name(campaign))
                .put("startsOn", campaign.startsOn().toString())
                .put("endsOn", campaign.endsOn().toString())
                .put("zone", campaign.zone().getId());
    }

    public ObjectNode area(Area area) {
        return object().put("areaId", area.areaId().value()).put("name", wording.name(area));
    }

    /** Whether the streams application is up to date. */
    public static ObjectNode counting(CountingState state) {
        ObjectNode json = object().put("state", state.name().name());
        if (state instanceof CountingState.Stopped stopped) {
            json.put("since", stopped.since().toString());
        } else if (state instanceof CountingState.Behind behind) {
            json.put("records", behind.records());
        }
        return json;
    }

    /** Areas that moved to another parent, with names. */
    public ObjectNode treeChange(TreeChange change, Map<AreaId, Area> areas) {
        ObjectNode json = object().put("at", change.at().toString());
        json.set("from", areaOrNull(change.from(), areas));
        json.set("to", areaOrNull(change.to(), areas));
        ArrayNode moved = json.putArray("moved");
        change.moved().forEach(areaId -> moved.add(areaOrNull(areaId, areas)));
        return json;
    }

    /** The name is null if the area is not defined. */
    private @Nullable ObjectNode areaOrNull(@Nullable AreaId areaId, Map<AreaId, Area> areas) {
        if (areaId == null) {
            return null;
        }
        Area area = areas.get(areaId);
        return area == null ? object().put("areaId", areaId.value()).putNull("name") : area(area);
    }

    public static ObjectNode quality(DataQuality quality) {
        ObjectNode json = object().put("unplaced", quality.unplaced())
                .put("unknownArea", quality.unknownArea())
                .put("outsideTree", quality.outsideTree())
                .put("outsidePeriod", quality.outsidePeriod())
                .put("orphanAreas", quality.orphanAreas())
                .put("cyclicAreas", quality.cyclicAreas())
                .put("targetMismatches", quality.targetMismatches())
                .put("datedAhead", quality.datedAhead());
        ArrayNode areas = json.putArray("unplacedAreas");
        for (UnplacedArea area : quality.unplacedAreas()) {
            areas.addObject()
                    .put("areaId", area.areaId().value())
                    .put("enrolled", area.enrolled())
                    .put("known", area.known());
        }
        json.set("recordedAhead", sources(quality.recordedAhead()));
        json.set("changedElsewhere", sources(quality.changedElsewhere()));
        return json;
    }

    private static ArrayNode sources(List<SourceCount> counts) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        counts.forEach(
                count -> sources.add(object().put("source", count.source()).put("participants", count.participants())));
        return sources;
    }
}
