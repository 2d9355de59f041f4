package io.muster.domain.tally;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows that were reported last, so that a row is reported only if it changed. */
final class RowLog {

    /** The last row by key; null if a row was reported, but its content is unknown. */
    private final Map<RowKey, @Nullable Row> last = new HashMap<>();

    /** Restores a row that was reported before this log was created; null if its content is unknown. */
    void remember(RowKey key, @Nullable Row row) {
        last.putIfAbsent(key, row);
    }

    /** Reports the row if it is new or changed. */
    void offer(Row row, Consumer<Change> receiver) {
        RowKey key = row.key();
        Row before = last.get(key);
        if (!row.equals(before)) {
            boolean isNew = before == null && !last.containsKey(key);
            last.put(key, row);
            receiver.accept(new Change(key, row, isNew));
        }
    }

    /** Reports that a row is gone, if there was one. */
    void withdraw(RowKey key, Consumer<Change> receiver) {
        if (last.containsKey(key)) {
            last.remove(key);
            receiver.accept(Change.gone(key));
        }
    }

    /** Replaces all rows, and reports those that are new, changed or gone. */
    void offerAll(List<Row> rows, Consumer<Change> receiver) {
        Set<RowKey> gone = new HashSet<>(last.keySet());
        for (Row row : rows) {
            gone.remove(row.key());
            offer(row, receiver);
        }
        for (RowKey key : gone) {
            withdraw(key, receiver);
        }
    }
}
