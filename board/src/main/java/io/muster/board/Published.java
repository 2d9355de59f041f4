package io.muster.board;

import io.muster.domain.tally.Row;
import java.time.Instant;

/**
 * A published row.
 *
 * @param computedAt when the streams application computed it
 */
public record Published<R extends Row>(R row, Instant computedAt) {}
