package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Areas of a campaign, in the requested order.
 *
 * @param own counts stated for areas outside the list; with them, the list adds up to the requested parent or to the
 *     campaign. Empty if the list is filtered
 */
public record AreaList(
        CampaignId campaignId,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt,
        List<AreaFigures> areas,
        List<OwnFigures> own) {

    /**
     * One area with its path.
     *
     * @param path areas from the root of the campaign to the area itself
     */
    public record One(@JsonUnwrapped AreaFigures figures, List<Step> path) {}

    /** An area of the path. */
    public record Step(AreaId areaId, Map<String, String> names, String level) {
        static Step of(Area area) {
            return new Step(area.areaId(), area.names(), area.level());
        }
    }
}
