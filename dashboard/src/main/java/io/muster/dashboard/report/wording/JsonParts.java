package io.muster.dashboard.report.wording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import org.jspecify.annotations.Nullable;

/** What several reports say in the same JSON. */
public record JsonParts(Wording wording) {

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public ObjectNode campaign(Campaign campaign) {
        return object().put("id", campaign.campaignId())
                .put("name", wording.name(campaign))
                .put("startsOn", campaign.startsOn().toString())
                .put("endsOn", campaign.endsOn().toString())
                .put("zone", campaign.zone().getId());
    }

    public ObjectNode area(Area area) {
        return object().put("areaId", area.areaId()).put("name", wording.name(area));
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
                    .put("areaId", area.areaId())
                    .put("enrolled", area.enrolled())
                    .put("known", area.known());
        }
        return json;
    }
}
