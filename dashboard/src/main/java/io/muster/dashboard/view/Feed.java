package io.muster.dashboard.view;

import io.muster.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** A topic and where its records go. */
record Feed<V>(Topic<V> topic, Target<V> target) {

    /** Takes the latest value of a key, or null when it was removed. */
    @FunctionalInterface
    interface Target<V> {

        /** @throws RuntimeException if key or value are not what the contract says; nothing has changed then */
        void put(String key, @Nullable V value);
    }
}
