package io.muster.board;

import java.util.Map;
import org.jspecify.annotations.Nullable;

final class Entries {

    private Entries() {}

    /** Sets an entry, or removes it where the value is null, as a compacted topic does. */
    static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
