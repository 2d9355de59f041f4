package io.muster.board;

import io.muster.domain.counting.CountingState;
import io.muster.domain.ledger.Correction;
import java.util.List;

/**
 * A board, and the corrections that led to it.
 *
 * @param corrections of one campaign, each once, in no particular order
 * @param counting whether the application that counts was up to date
 */
public record CorrectedBoard(Board board, List<Correction> corrections, CountingState counting) {

    /** One whose reader did not ask for heartbeats. */
    public CorrectedBoard(Board board, List<Correction> corrections) {
        this(board, corrections, new CountingState.Unknown());
    }

    public CorrectedBoard {
        corrections = List.copyOf(corrections);
    }
}
