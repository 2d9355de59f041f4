package io.muster.board;

import java.util.Map;
import org.jspecify.annotations.Nullable;

final class Maps {

    private Maps() {}

    /** Puts an entry, or removes it if the value is null, like a tombstone in a compacted topic. */
    static <K, V> void putOrRemove(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
