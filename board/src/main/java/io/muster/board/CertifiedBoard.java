package io.muster.board;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A board, and what was signed off, whether it shows on the board yet or not.
 *
 * @param certified of one campaign, by area id, then day
 */
public record CertifiedBoard(Board board, Map<String, NavigableMap<LocalDate, Long>> certified) {

    public CertifiedBoard {
        certified = Map.copyOf(certified);
    }
}
