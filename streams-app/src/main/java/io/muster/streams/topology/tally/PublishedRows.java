package io.muster.streams.topology.tally;

import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.Row;
import io.muster.domain.tally.RowKey;
import io.muster.streams.mapping.AlertBytes;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.mapping.RowRecord;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all rows on the output topics, kept across restarts. If an area is removed while the task is down, its
 * rows are on no board after the restart; without these keys they would stay on their topics forever. Alerts are stored
 * as whole rows, so that a restart does not publish an unchanged alert again.
 */
final class PublishedRows {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<String, byte[]> store;

    /** @param store by topic and record key */
    PublishedRows(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** @param receiver gets the row as well if it is stored */
    void forEach(BiConsumer<RowKey, @Nullable Row> receiver) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                RowKey key = PublishedKey.parse(entry.key);
                receiver.accept(key, key instanceof RowKey.OfAlert of ? AlertBytes.read(of, entry.value) : null);
            }
        }
    }

    /** Adds a row of the predecessor. Keeps an existing entry, because the same rows are named again at each start. */
    void inherit(String publishedKey) {
        store.putIfAbsent(publishedKey, PRESENT);
    }

    /** Must be called for each row that is published. */
    void update(Change change, RowRecord record) {
        String key = PublishedKey.of(record);
        if (change.row() == null) {
            store.delete(key);
        } else if (change.row() instanceof AlertRow alert) {
            store.put(key, AlertBytes.of(alert));
        } else if (change.isNew()) {
            store.put(key, PRESENT);
        }
    }
}
