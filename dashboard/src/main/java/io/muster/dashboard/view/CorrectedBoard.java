package io.muster.dashboard.view;

import io.muster.domain.ledger.Correction;
import java.util.List;

/**
 * A board, and the corrections that led to it.
 *
 * @param corrections of one campaign, each once, in no particular order
 */
public record CorrectedBoard(Board board, List<Correction> corrections) {

    public CorrectedBoard {
        corrections = List.copyOf(corrections);
    }
}
