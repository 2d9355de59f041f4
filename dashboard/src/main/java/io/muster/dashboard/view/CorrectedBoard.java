package io.muster.dashboard.view;

import io.muster.domain.ledger.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A board, and the corrections that led to it.
 *
 * @param corrections of one campaign, each once, in no particular order
 * @param certifiedAt when days of that campaign were signed off, by area id, then day
 */
public record CorrectedBoard(
        Board board, List<Correction> corrections, Map<String, NavigableMap<LocalDate, Instant>> certifiedAt) {

    public CorrectedBoard {
        corrections = List.copyOf(corrections);
        certifiedAt = Map.copyOf(certifiedAt);
    }

    /** A board of which is not known when days were signed off. */
    public CorrectedBoard(Board board, List<Correction> corrections) {
        this(board, corrections, Map.of());
    }
}
