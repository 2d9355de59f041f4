package io.muster.streams.simulator.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The records of one partition. */
public final class Partition {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Transaction, Long> undecided = new LinkedHashMap<>();
    private long end;

    long append(
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            long timestamp,
            @Nullable Transaction transaction) {
        if (transaction != null) {
            transaction.wrote(this);
            undecided.putIfAbsent(transaction, end);
        }
        entries.add(new Entry(end, key, value, headers, timestamp, transaction));
        return end++;
    }

    /** Writes a transaction marker, which occupies an offset. */
    void mark(Transaction transaction) {
        undecided.remove(transaction);
        end++;
    }

    /** The offset after the last record or marker. */
    public long end() {
        return end;
    }

    /** The last stable offset: a consumer of committed records reads no further. */
    public long lastStable() {
        return undecided.values().stream().mapToLong(Long::longValue).min().orElse(end);
    }

    /** The committed records from an offset on, in order. */
    public List<Entry> committed(long from, int atMost) {
        List<Entry> found = new ArrayList<>();
        long stable = lastStable();
        for (int i = indexOf(from); i < entries.size() && found.size() < atMost; i++) {
            Entry entry = entries.get(i);
            if (entry.offset() >= stable) {
                break;
            }
            if (isVisible(entry)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** All committed records. */
    public List<Entry> committed() {
        return committed(0, Integer.MAX_VALUE);
    }

    /**
     * Removes aborted records, and records that a later committed record of the same key replaces. Like a broker, it
     * stops at the first record that is too young.
     *
     * @param before epoch milliseconds; records from then on are too young
     * @return the number of removed records
     */
    int compact(long before) {
        int count = entries.size();
        long end = entries.stream()
                .filter(entry -> entry.timestamp() >= before)
                .mapToLong(Entry::offset)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        List<Entry> cleanable = entries.subList(0, indexOf(Math.min(end, lastStable())));
        Set<ByteBuffer> later = new HashSet<>();
        for (int i = cleanable.size() - 1; i >= 0; i--) {
            Entry entry = cleanable.get(i);
            if (!isVisible(entry) || !later.add(key(entry))) {
                cleanable.remove(i);
            }
        }
        return count - entries.size();
    }

    /** Removes the records before an offset and returns those that were committed. */
    List<Entry> deleteBefore(long offset) {
        List<Entry> deleted =
                committed().stream().filter(entry -> entry.offset() < offset).toList();
        entries.removeIf(entry -> entry.offset() < offset);
        return deleted;
    }

    private static ByteBuffer key(Entry entry) {
        return ByteBuffer.wrap(entry.key() == null ? new byte[0] : entry.key());
    }

    private static boolean isVisible(Entry entry) {
        return entry.transaction() == null || entry.transaction().isCommitted();
    }

    private int indexOf(long offset) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (entries.get(middle).offset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
