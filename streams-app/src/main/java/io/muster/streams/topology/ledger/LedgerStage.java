package io.muster.streams.topology.ledger;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.topology.stage.FlushPolicy;
import io.muster.streams.topology.stage.FoldedStoreBuilder;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Wires the first stage. Input: enrollments. Output: cells, corrections, lost statements, rejections and heartbeats,
 * and copies of enrollments that are in the wrong partition.
 */
public final class LedgerStage {

    static final String CORRECTIONS = "corrections";
    static final String LOST_STATEMENTS = "lost-statements";
    static final String REJECTIONS = "rejections";
    static final String STRAYS = "strays";
    private static final String SOURCE = "enrollments";
    private static final String LEDGER = "ledger";
    static final String CELLS = "cells";
    static final String HEARTBEATS = "ledger-heartbeats";
    private static final String MEMORY_STORE = "ledger-memory";
    private static final String STANDINGS_STORE = "ledger-standings";
    private static final String SUBTOTALS_STORE = "ledger-subtotals";

    private final TopologySettings settings;
    private final Supplier<StatementReader> readers;
    private final LedgerEvents events;
    private final FlushPolicy flushPolicy;
    private final Succession succession;
    private final InputProgress progress;

    /** @param readers makes a reader for each task */
    public LedgerStage(
            TopologySettings settings,
            Supplier<StatementReader> readers,
            LedgerEvents events,
            FlushPolicy flushPolicy,
            Succession succession,
            InputProgress progress) {
        this.settings = settings;
        this.readers = readers;
        this.events = events;
        this.flushPolicy = flushPolicy;
        this.succession = succession;
        this.progress = progress;
    }

    /** The changelog topic of the standings, if the ledger is in RocksDB. */
    public static String standingsChangelog(String applicationId) {
        return applicationId + "-" + STANDINGS_STORE + "-changelog";
    }

    /** @param serializers for the values of a topic */
    public void addTo(Topology topology, Topic<byte[]> cells, Function<Topic<?>, Serializer<?>> serializers) {
        switch (settings.ledgerStore()) {
            case MEMORY -> addInMemory(topology);
            case ROCKSDB -> addLogged(topology);
        }
        topology.addSink(
                CELLS, cells.name(), new CellKeySerializer(), new ByteArraySerializer(), settings.byCampaign(), LEDGER);
        addSink(topology, CORRECTIONS, Topics.CORRECTIONS, serializers);
        addSink(topology, LOST_STATEMENTS, Topics.LOST_STATEMENTS, serializers);
        addSink(topology, HEARTBEATS, Topics.HEARTBEATS, serializers);
        topology.addSink(
                REJECTIONS, Topics.REJECTIONS.name(), new ByteArraySerializer(), new ByteArraySerializer(), LEDGER);
        @SuppressWarnings("removal") // as in TopologySettings.byCampaign
        StreamPartitioner<byte[], byte[]> byKey =
                (topic, key, value, number) -> Optional.of(Set.of(settings.partitionOfKey(key)));
        topology.addSink(
                STRAYS, Topics.ENROLLMENTS.name(), new ByteArraySerializer(), new ByteArraySerializer(), byKey, LEDGER);
    }

    private static void addSink(
            Topology topology, String name, Topic<?> topic, Function<Topic<?>, Serializer<?>> serializers) {
        topology.addSink(name, topic.name(), new StringSerializer(), serializers.apply(topic), LEDGER);
    }

    private void addInMemory(Topology topology) {
        LedgerStateSource state = context -> context.<MemoryLedgerStore>getStateStore(MEMORY_STORE);
        topology.addReadOnlyStateStore(
                new FoldedStoreBuilder<>(
                        MEMORY_STORE,
                        () -> new MemoryLedgerStore(MEMORY_STORE, readers.get(), settings::partitionOfKey)),
                SOURCE,
                new TimestampOrEpoch(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ENROLLMENTS.name(),
                LEDGER,
                FoldedStoreBuilder.forwarding(() -> processor(state)));
    }

    private void addLogged(Topology topology) {
        LedgerStateSource state = context -> new LoggedLedgerState(
                context.getStateStore(STANDINGS_STORE),
                context.getStateStore(SUBTOTALS_STORE),
                context.taskId().partition());
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                new TimestampOrEpoch(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ENROLLMENTS.name());
        topology.addProcessor(LEDGER, () -> processor(state), SOURCE);
        topology.addStateStore(logged(STANDINGS_STORE, Serdes.String()), LEDGER);
        topology.addStateStore(logged(SUBTOTALS_STORE, Serdes.Bytes()), LEDGER);
    }

    private LedgerProcessor processor(LedgerStateSource state) {
        return new LedgerProcessor(readers.get(), settings, events, state, flushPolicy, succession, progress);
    }

    private static <K> StoreBuilder<KeyValueStore<K, byte[]>> logged(String name, Serde<K> keys) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingEnabled();
    }
}
