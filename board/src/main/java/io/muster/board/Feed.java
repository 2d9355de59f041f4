package io.muster.board;

import io.muster.contract.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A topic and where its records go. */
record Feed<V>(Topic<V> topic, Target<V> target) {

    /** Takes a record. */
    @FunctionalInterface
    interface Target<V> {

        /**
         * @param value the latest of the key, or null when it was removed
         * @throws RuntimeException if key or value are not what the contract says; nothing has changed then
         */
        void put(String key, @Nullable V value, Origin origin);
    }

    /** Takes a record wherever it is from. */
    @FunctionalInterface
    interface PlainTarget<V> {

        /** See {@link Target#put}. */
        void put(String key, @Nullable V value);
    }

    /** A topic of which it does not matter where its records stand. */
    static <V> Feed<V> of(Topic<V> topic, PlainTarget<V> target) {
        return new Feed<>(topic, (key, value, origin) -> target.put(key, value));
    }
}
