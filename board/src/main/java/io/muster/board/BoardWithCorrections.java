package io.muster.board;

import io.muster.domain.ledger.Correction;
import io.muster.domain.tally.CountingState;
import java.util.List;

/**
 * A board, with the corrections of one campaign.
 *
 * @param corrections without duplicates, unordered
 * @param counting whether the streams application was up to date
 */
public record BoardWithCorrections(Board board, List<Correction> corrections, CountingState counting) {

    /** Without heartbeats: it is unknown whether the streams application is up to date. */
    public BoardWithCorrections(Board board, List<Correction> corrections) {
        this(board, corrections, new CountingState.Unknown());
    }

    public BoardWithCorrections {
        corrections = List.copyOf(corrections);
    }
}
