package io.muster.streams.simulator.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Records the nodes of a topology, so that the simulator can run them without Kafka Streams. */
final class RecordedTopology extends Topology {

    private final List<GlobalTable> globals = new ArrayList<>();
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Map<String, Source> sources = new HashMap<>();

    /** A topic that every instance reads completely. */
    record GlobalTable(String topic, StoreBuilder<?> store, ProcessorSupplier<?, ?, ?, ?> processor) {}

    /** A sink of a stage. */
    record Sink(
            String topic,
            Serializer<Object> keys,
            Serializer<Object> values,
            @Nullable StreamPartitioner<Object, Object> partitioner) {}

    private record Source(String topic, TimestampExtractor timestamps) {}

    /** A processor with its input topic, stores and sinks. It has a task for each partition of the topic. */
    static final class Stage {
        private final String name;
        private final Source source;
        private final ProcessorSupplier<?, ?, ?, ?> processor;
        private final List<StoreBuilder<?>> stores = new ArrayList<>();
        private @Nullable StoreBuilder<?> folded;
        private final Map<String, Sink> sinks = new HashMap<>();

        private Stage(String name, Source source, ProcessorSupplier<?, ?, ?, ?> processor) {
            this.name = name;
            this.source = source;
            this.processor = processor;
        }

        String name() {
            return name;
        }

        String topic() {
            return source.topic;
        }

        TimestampExtractor timestamps() {
            return source.timestamps;
        }

        List<StoreBuilder<?>> stores() {
            return stores;
        }

        /** Whether a store is rebuilt from the input topic of the stage. */
        boolean isFolded(StoreBuilder<?> store) {
            return store.equals(folded);
        }

        Sink sink(String child) {
            return Objects.requireNonNull(sinks.get(child), child);
        }

        @SuppressWarnings("unchecked") // the stages read bytes
        Processor<byte[], byte[], Object, Object> newProcessor() {
            return (Processor<byte[], byte[], Object, Object>) processor.get();
        }
    }

    List<GlobalTable> globals() {
        return globals;
    }

    List<Stage> stages() {
        return List.copyOf(stages.values());
    }

    /** Whether any store is persistent. Only then does Kafka Streams keep the process id across a restart. */
    boolean isPersistent() {
        return stages.values().stream()
                .flatMap(stage -> stage.stores.stream())
                .anyMatch(store -> store.build().persistent());
    }

    @Override
    public synchronized <K, V, S extends StateStore> Topology addGlobalStore(
            StoreBuilder<S> store,
            String sourceName,
            Deserializer<K> keys,
            Deserializer<V> values,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> processor) {
        globals.add(new GlobalTable(topic, store, processor));
        return this;
    }

    @Override
    public synchronized <K, V, S extends StateStore> Topology addReadOnlyStateStore(
            StoreBuilder<S> store,
            String sourceName,
            Deserializer<K> keys,
            Deserializer<V> values,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> processor) {
        return addReadOnlyStateStore(
                store, sourceName, new FailOnInvalidTimestamp(), keys, values, topic, processorName, processor);
    }

    @Override
    public synchronized <K, V, S extends StateStore> Topology addReadOnlyStateStore(
            StoreBuilder<S> store,
            String sourceName,
            TimestampExtractor timestamps,
            Deserializer<K> keys,
            Deserializer<V> values,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> processor) {
        Stage stage = new Stage(processorName, new Source(topic, timestamps), processor);
        stage.stores.add(store);
        stage.folded = store;
        stages.put(processorName, stage);
        return this;
    }

    @Override
    public synchronized <K, V> Topology addSource(
            org.apache.kafka.streams.AutoOffsetReset reset,
            String name,
            TimestampExtractor timestamps,
            Deserializer<K> keys,
            Deserializer<V> values,
            String... topics) {
        sources.put(name, new Source(topics[0], timestamps));
        return this;
    }

    @Override
    public synchronized <KIn, VIn, KOut, VOut> Topology addProcessor(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> processor, String... parents) {
        stages.put(name, new Stage(name, Objects.requireNonNull(sources.get(parents[0])), processor));
        return this;
    }

    @Override
    public synchronized <S extends StateStore> Topology addStateStore(StoreBuilder<S> store, String... processors) {
        for (String processor : processors) {
            stage(processor).stores.add(store);
        }
        return this;
    }

    @Override
    public synchronized <K, V> Topology addSink(
            String name, String topic, Serializer<K> keys, Serializer<V> values, String... parents) {
        return put(name, topic, keys, values, null, parents[0]);
    }

    @Override
    public synchronized <K, V> Topology addSink(
            String name,
            String topic,
            Serializer<K> keys,
            Serializer<V> values,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parents) {
        return put(name, topic, keys, values, partitioner, parents[0]);
    }

    @SuppressWarnings("unchecked") // a processor only forwards what its sinks accept
    private Topology put(
            String name,
            String topic,
            Serializer<?> keys,
            Serializer<?> values,
            @Nullable StreamPartitioner<?, ?> partitioner,
            String parent) {
        stage(parent)
                .sinks
                .put(name, new Sink(topic, (Serializer<Object>) keys, (Serializer<Object>) values, (StreamPartitioner<
                                Object, Object>)
                        partitioner));
        return this;
    }

    private Stage stage(String processor) {
        return Objects.requireNonNull(stages.get(processor), processor);
    }
}
