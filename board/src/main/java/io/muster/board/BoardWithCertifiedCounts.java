package io.muster.board;

import io.muster.domain.AreaId;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A board, with certified counts, including those that the published rows do not contain yet.
 *
 * @param certified of one campaign, by area id, then day
 */
public record BoardWithCertifiedCounts(Board board, Map<AreaId, NavigableMap<LocalDate, Long>> certified) {

    public BoardWithCertifiedCounts {
        certified = Map.copyOf(certified);
    }
}
