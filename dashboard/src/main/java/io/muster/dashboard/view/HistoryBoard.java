package io.muster.dashboard.view;

import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.LostStatement;
import java.util.List;

/**
 * A board, and what is recorded of single statements.
 *
 * @param corrections of one campaign, each once, in no particular order
 * @param lost the statements of that campaign that lost though they arrived later, each once, in no particular order
 */
public record HistoryBoard(Board board, List<Correction> corrections, List<LostStatement> lost) {

    public HistoryBoard {
        corrections = List.copyOf(corrections);
        lost = List.copyOf(lost);
    }
}
