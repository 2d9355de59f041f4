package io.muster.board;

import io.muster.contract.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A topic, and the handler of its records. */
record Feed<V>(Topic<V> topic, Handler<V> handler) {

    /** Handles a record. */
    @FunctionalInterface
    interface Handler<V> {

        /**
         * @param value null for a tombstone
         * @throws RuntimeException if key or value violate the contract; the state is then unchanged
         */
        void put(String key, @Nullable V value, RecordLocation location);
    }

    /** Handles a record regardless of its location. */
    @FunctionalInterface
    interface ValueHandler<V> {

        /** See {@link Handler#put}. */
        void put(String key, @Nullable V value);
    }

    /** A feed whose handler ignores record locations. */
    static <V> Feed<V> of(Topic<V> topic, ValueHandler<V> handler) {
        return new Feed<>(topic, (key, value, location) -> handler.put(key, value));
    }
}
