package io.muster.domain.tally;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was handed out last, so that a row is handed out only when it changed. */
final class RowLog {

    /** By key; null where it is only known that there was a row. */
    private final Map<RowKey, @Nullable Row> last = new HashMap<>();

    /** Notes that a row was handed out for that key before this log began; null where it is not known which. */
    void remember(RowKey key, @Nullable Row row) {
        last.putIfAbsent(key, row);
    }

    /** Hands the row out if it is new or different. */
    void offer(Row row, Consumer<Change> receiver) {
        RowKey key = row.key();
        Row before = last.get(key);
        if (!row.equals(before)) {
            boolean isNew = before == null && !last.containsKey(key);
            last.put(key, row);
            receiver.accept(new Change(key, row, isNew));
        }
    }

    /** Hands out that there is no such row any more, if there was one. */
    void withdraw(RowKey key, Consumer<Change> receiver) {
        if (last.containsKey(key)) {
            last.remove(key);
            receiver.accept(Change.gone(key));
        }
    }

    /** Takes the rows for all there are: hands out what is new, different or gone. */
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
