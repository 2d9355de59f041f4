package io.muster.board;

import java.time.Instant;

/**
 * Where a record is in its topic, and its timestamp.
 */
record RecordLocation(int partition, long offset, Instant timestamp) {}
