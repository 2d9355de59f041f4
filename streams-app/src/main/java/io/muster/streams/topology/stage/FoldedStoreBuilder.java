package io.muster.streams.topology.stage;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a store that is a fold of its source topic. The topic serves as its changelog, so the store is neither logged
 * nor cached.
 */
public final class FoldedStoreBuilder<S extends StateStore> implements StoreBuilder<S> {

    private final String name;
    private final Supplier<S> store;

    /** @param store makes a new, empty store of this name at each call */
    public FoldedStoreBuilder(String name, Supplier<S> store) {
        this.name = name;
        this.store = store;
    }

    /**
     * Lets the processor that fills such a store forward records. Kafka Streams declares that it forwards nothing, but
     * runs it like any other node, with sinks below it.
     */
    @SuppressWarnings("unchecked")
    public static ProcessorSupplier<byte[], byte[], Void, Void> forwarding(
            Supplier<? extends Processor<byte[], byte[], ?, ?>> processors) {
        return () -> (Processor<byte[], byte[], Void, Void>) processors.get();
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
        throw new UnsupportedOperationException(name + " is already in memory");
    }

    @Override
    public StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException(name + " is rebuilt from its source topic");
    }
}
