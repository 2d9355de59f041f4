package io.muster.domain.tally;

import org.jspecify.annotations.Nullable;

/**
 * A row that is new or different, or that is gone.
 *
 * @param row null when there is no such row any more
 */
public record Change(RowKey key, @Nullable Row row) {}
