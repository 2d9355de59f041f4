package io.muster.board;

import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.LostStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A board, what is recorded of single statements, and when days were signed off.
 *
 * @param corrections of one campaign, each once, in no particular order
 * @param lost the statements of that campaign that lost though they arrived later, each once, in no particular order
 * @param certifiedAt when days of that campaign were signed off, by area id, then day
 */
public record HistoryBoard(
        Board board,
        List<Correction> corrections,
        List<LostStatement> lost,
        Map<String, NavigableMap<LocalDate, Instant>> certifiedAt) {

    /** A board of which is not known when days were signed off. */
    public HistoryBoard(Board board, List<Correction> corrections, List<LostStatement> lost) {
        this(board, corrections, lost, Map.of());
    }

    public HistoryBoard {
        corrections = List.copyOf(corrections);
        lost = List.copyOf(lost);
        certifiedAt = Map.copyOf(certifiedAt);
    }
}
