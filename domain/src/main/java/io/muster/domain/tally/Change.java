package io.muster.domain.tally;

import org.jspecify.annotations.Nullable;

/**
 * A row that is new, changed or gone.
 *
 * @param row null if the row is gone
 * @param isNew whether there was no row for the key before
 */
public record Change(RowKey key, @Nullable Row row, boolean isNew) {

    static Change gone(RowKey key) {
        return new Change(key, null, false);
    }
}
