package io.muster.board;

import java.time.Instant;

/**
 * Where a record stands in its topic.
 *
 * @param at its timestamp
 */
record Origin(int partition, long offset, Instant at) {}
