package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.log.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A key-value store that writes every change to a changelog. Keys are strings, byte arrays or {@link Bytes}. */
final class TableStore implements KeyValueStore<Object, byte[]> {

    private static final byte TEXT = 0;
    private static final byte BYTES = 1;
    private static final byte ARRAY = 2;

    private final String name;
    private final BiConsumer<byte[], byte @Nullable []> changelog;
    private final Map<Bytes, byte[]> values = new TreeMap<>();
    private int openIterators;

    /** @param changelog receives every change, with a null value for a removed key */
    TableStore(String name, BiConsumer<byte[], byte @Nullable []> changelog) {
        this.name = name;
        this.changelog = changelog;
    }

    /** Restores a record of the changelog. */
    void restore(byte[] key, byte @Nullable [] value) {
        set(Bytes.wrap(key), value);
    }

    /** The content that results from a changelog with string keys. */
    static Map<String, byte[]> texts(List<Entry> changelog) {
        Map<String, byte[]> texts = new HashMap<>();
        for (Entry entry : changelog) {
            String key = (String) read(Objects.requireNonNull(entry.key()));
            if (entry.value() == null) {
                texts.remove(key);
            } else {
                texts.put(key, entry.value());
            }
        }
        return texts;
    }

    /** Removes everything before a restore. */
    void clear() {
        values.clear();
    }

    /** The number of unclosed iterators. In RocksDB, each holds memory outside the heap. */
    int openIterators() {
        return openIterators;
    }

    private void set(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public void put(Object key, byte[] value) {
        byte[] written = write(key);
        set(Bytes.wrap(written), value);
        changelog.accept(written, value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Object key, byte[] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Object, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Object key) {
        byte[] before = get(key);
        byte[] written = write(key);
        values.remove(Bytes.wrap(written));
        changelog.accept(written, null);
        return before;
    }

    @Override
    public byte @Nullable [] get(Object key) {
        return values.get(Bytes.wrap(write(key)));
    }

    @Override
    public KeyValueIterator<Object, byte[]> all() {
        List<KeyValue<Object, byte[]>> copy = new ArrayList<>();
        values.forEach((key, value) -> copy.add(new KeyValue<>(read(key.get()), value)));
        Iterator<KeyValue<Object, byte[]>> iterator = copy.iterator();
        openIterators++;
        return new KeyValueIterator<>() {
            @Override
            public void close() {
                openIterators--;
            }

            @Override
            public Object peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public KeyValue<Object, byte[]> next() {
                return iterator.next();
            }
        };
    }

    @Override
    public KeyValueIterator<Object, byte[]> range(Object from, Object to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    private static byte[] write(Object key) {
        if (key instanceof String text) {
            return tagged(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }
        return key instanceof Bytes bytes ? tagged(BYTES, bytes.get()) : tagged(ARRAY, (byte[]) key);
    }

    private static byte[] tagged(byte tag, byte[] bytes) {
        byte[] tagged = new byte[bytes.length + 1];
        tagged[0] = tag;
        System.arraycopy(bytes, 0, tagged, 1, bytes.length);
        return tagged;
    }

    private static Object read(byte[] tagged) {
        byte[] bytes = new byte[tagged.length - 1];
        System.arraycopy(tagged, 1, bytes, 0, bytes.length);
        return switch (tagged[0]) {
            case TEXT -> new String(bytes, StandardCharsets.UTF_8);
            case BYTES -> Bytes.wrap(bytes);
            default -> bytes;
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
