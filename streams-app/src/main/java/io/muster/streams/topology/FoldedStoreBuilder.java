package io.muster.streams.topology;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds a store of ours that is a fold of its source topic, so that it has no changelog and no cache. */
public final class FoldedStoreBuilder<S extends StateStore> implements StoreBuilder<S> {

    private final String name;
    private final Supplier<S> store;

    /** @param store makes a new, empty store of that name at each call */
    public FoldedStoreBuilder(String name, Supplier<S> store) {
        this.name = name;
        this.store = store;
    }

    @Override
    public S build() {
        return store.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public StoreBuilder<S> withLoggingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withCachingEnabled() {
        throw new UnsupportedOperationException(name + " is in memory already");
    }

    @Override
    public StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException(name + " is rebuilt from its source topic");
    }
}
