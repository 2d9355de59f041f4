package io.muster.dashboard.view;

import io.muster.domain.reference.Area;
import java.util.Map;

/**
 * All that is published, as of one moment. Immutable.
 *
 * @param campaigns by campaign id, of every campaign that is defined, or that any row names
 * @param areas by area id
 */
public record Board(Map<String, CampaignView> campaigns, Map<String, Area> areas) {

    public static final Board EMPTY = new Board(Map.of(), Map.of());
}
