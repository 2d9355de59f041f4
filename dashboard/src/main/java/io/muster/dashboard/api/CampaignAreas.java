package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.reference.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Areas of a campaign, in the order asked for.
 *
 * @param own what was stated for areas above these, or beside them, itself: with it, the list adds up to the area asked for, or to the
 *     campaign. Empty where only some areas of a level or below a parent are asked for
 */
public record CampaignAreas(
        String campaignId,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt,
        List<AreaFigures> areas,
        List<OwnFigures> own) {

    /**
     * One of them.
     *
     * @param path from the top of the campaign to the area itself
     */
    public record One(@JsonUnwrapped AreaFigures figures, List<Step> path) {}

    /** An area on the way down. */
    public record Step(String areaId, Map<String, String> names, String level) {
        static Step of(Area area) {
            return new Step(area.areaId(), area.names(), area.level());
        }
    }
}
