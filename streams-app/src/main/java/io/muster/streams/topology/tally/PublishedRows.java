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
 * For which keys there is a row on the output topics, kept over a restart. Boards are rebuilt without it; but a row whose area
 * was taken back while the task was down is on no board any more, and would stay on its topic for good. Of alerts the row itself is kept,
 * so that none is published again as if it had fired once more.
 */
final class PublishedRows {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<String, byte[]> store;

    /** @param store by topic and record key */
    PublishedRows(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** @param receiver gets the row as well where it is kept */
    void forEach(BiConsumer<RowKey, @Nullable Row> receiver) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                RowKey key = PublishedKey.parse(entry.key);
                receiver.accept(key, key instanceof RowKey.OfAlert of ? AlertBytes.read(of, entry.value) : null);
            }
        }
    }

    /** Notes a row that another has published, unless it is noted: an application that succeeds hears of it at each start. */
    void adopt(String publishedKey) {
        store.putIfAbsent(publishedKey, PRESENT);
    }

    /** Notes what is about to be published. */
    void note(Change change, RowRecord record) {
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
