package io.muster.board;

import io.muster.domain.reference.Area;
import java.util.List;
import java.util.Map;

/**
 * All that is published, as of one moment. Immutable.
 *
 * @param campaigns by campaign id, of every campaign that is defined, or that any row names
 * @param areas by area id
 * @param corrections by campaign id, in no particular order; empty where they are not read
 * @param position what of the progress, the days, the alerts and the definitions of areas is in it
 */
public record Board(
        Map<String, CampaignView> campaigns,
        Map<String, Area> areas,
        Map<String, List<CorrectionCount>> corrections,
        Position position) {

    public static final Board EMPTY = new Board(Map.of(), Map.of(), Map.of(), Position.START);
}
