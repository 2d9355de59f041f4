package io.muster.dashboard.view;

import io.muster.schemas.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A topic and where its records go. */
record Feed<V>(Topic<V> topic, Target<V> target) {

    /** Takes a record. */
    @FunctionalInterface
    interface Target<V> {

        /**
         * @param value the latest of the key, or null when it was removed
         * @param at the timestamp of the record
         * @throws RuntimeException if key or value are not what the contract says; nothing has changed then
         */
        void put(String key, @Nullable V value, Instant at);
    }

    /** Takes a record whenever it is from. */
    @FunctionalInterface
    interface TimelessTarget<V> {

        /** See {@link Target#put}. */
        void put(String key, @Nullable V value);
    }

    /** A topic of which it does not matter when its records were written. */
    static <V> Feed<V> of(Topic<V> topic, TimelessTarget<V> target) {
        return new Feed<>(topic, (key, value, at) -> target.put(key, value));
    }
}
