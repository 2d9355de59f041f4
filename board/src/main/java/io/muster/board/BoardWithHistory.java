package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.LostStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A board, with the corrections, lost statements and sign-off times of one campaign.
 *
 * @param corrections without duplicates, unordered
 * @param lost statements that arrived later than the winning one but lost, without duplicates, unordered
 * @param certifiedAt sign-off times, by area id, then day
 */
public record BoardWithHistory(
        Board board,
        List<Correction> corrections,
        List<LostStatement> lost,
        Map<AreaId, NavigableMap<LocalDate, Instant>> certifiedAt) {

    /** Without sign-off times. */
    public BoardWithHistory(Board board, List<Correction> corrections, List<LostStatement> lost) {
        this(board, corrections, lost, Map.of());
    }

    public BoardWithHistory {
        corrections = List.copyOf(corrections);
        lost = List.copyOf(lost);
        certifiedAt = Map.copyOf(certifiedAt);
    }
}
