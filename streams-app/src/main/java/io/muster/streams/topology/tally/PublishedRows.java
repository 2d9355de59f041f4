package io.muster.streams.topology.tally;

import io.muster.domain.tally.Change;
import io.muster.domain.tally.RowKey;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.mapping.RowRecord;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * For which keys there is a row on the output topics, kept over a restart. Boards are rebuilt without it; but a row whose area
 * was taken back while the task was down is on no board any more, and would stay on its topic for good.
 */
final class PublishedRows {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<String, byte[]> store;

    /** @param store by topic and record key */
    PublishedRows(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void forEach(Consumer<RowKey> receiver) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                receiver.accept(PublishedKey.parse(all.next().key));
            }
        }
    }

    /** Notes a row that another has published. */
    void adopt(String publishedKey) {
        store.put(publishedKey, PRESENT);
    }

    /** Notes what is about to be published. */
    void note(Change change, RowRecord record) {
        if (change.row() == null) {
            store.delete(PublishedKey.of(record));
        } else if (change.isNew()) {
            store.put(PublishedKey.of(record), PRESENT);
        }
    }
}
