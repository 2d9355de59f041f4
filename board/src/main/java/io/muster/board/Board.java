package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import java.util.List;
import java.util.Map;

/**
 * Immutable snapshot of everything that is published.
 *
 * @param campaigns by campaign id; includes campaigns that are not defined but appear in a row
 * @param areas by area id
 * @param corrections by campaign id, unordered; empty if this board does not read them
 * @param position how far the topics are read
 */
public record Board(
        Map<CampaignId, CampaignView> campaigns,
        Map<AreaId, Area> areas,
        Map<CampaignId, List<CorrectionCount>> corrections,
        ReadPosition position) {

    public static final Board EMPTY = new Board(Map.of(), Map.of(), Map.of(), ReadPosition.START);
}
