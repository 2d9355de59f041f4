package io.muster.streams.topology.tally;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.References;
import io.muster.domain.tally.AsOf;
import io.muster.domain.tally.Heartbeat.Stage;
import io.muster.streams.topology.stage.FlushPolicy;
import io.muster.streams.topology.stage.FoldedStoreBuilder;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.RestoreCheck;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TaskHeartbeat;
import io.muster.streams.topology.stage.TopologySettings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** Wires the second stage. Input: cells. Output: daily counts, progress, segment counts, alerts and heartbeats. */
public final class TallyStage {

    private static final String SOURCE = "cells-source";
    private static final String TALLY = "tally";
    private static final String STORE = "boards";
    private static final String PUBLISHED = "published-rows";
    private static final String IDENTITY = "identity";
    private static final String HEARTBEATS = "tally-heartbeats";

    /** The topics that hold rows. */
    public static final List<Topic<?>> OUTPUTS = List.of(
            Topics.DAILY_COUNTS, Topics.AREA_PROGRESS, Topics.CAMPAIGN_PROGRESS, Topics.SEGMENT_COUNTS, Topics.ALERTS);

    private final TopologySettings settings;
    private final Supplier<References> references;
    private final Supplier<AsOf> asOf;
    private final TallyEvents events;
    private final FlushPolicy flushPolicy;
    private final Succession succession;
    private final InputProgress progress;

    /**
     * @param references the current reference records
     * @param asOf the current as-of day
     */
    public TallyStage(
            TopologySettings settings,
            Supplier<References> references,
            Supplier<AsOf> asOf,
            TallyEvents events,
            FlushPolicy flushPolicy,
            Succession succession,
            InputProgress progress) {
        this.settings = settings;
        this.references = references;
        this.asOf = asOf;
        this.events = events;
        this.flushPolicy = flushPolicy;
        this.succession = succession;
        this.progress = progress;
    }

    public void addTo(Topology topology, Topic<byte[]> cells, Function<Topic<?>, Serializer<?>> serializers) {
        topology.addReadOnlyStateStore(
                new FoldedStoreBuilder<>(STORE, () -> new TallyStore(STORE)),
                SOURCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                cells.name(),
                TALLY,
                FoldedStoreBuilder.forwarding(() -> processor(cells)));
        // keeps the transactional ids across restarts, so that the new process fences the old one and aborts its open
        // transactions
        topology.addStateStore(new FoldedStoreBuilder<>(IDENTITY, () -> new IdentityStore(IDENTITY)), TALLY);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(PUBLISHED), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(Map.of()),
                TALLY);
        OUTPUTS.forEach(output -> addSink(topology, output.name(), output, serializers));
        addSink(topology, HEARTBEATS, Topics.HEARTBEATS, serializers);
    }

    private static void addSink(
            Topology topology, String name, Topic<?> topic, Function<Topic<?>, Serializer<?>> serializers) {
        topology.addSink(name, topic.name(), new StringSerializer(), serializers.apply(topic), TALLY);
    }

    private TallyProcessor processor(Topic<byte[]> cells) {
        return new TallyProcessor(
                STORE,
                (store, context) -> new RowPublisher(
                        store,
                        new CompletenessCheck(
                                store,
                                new RestoreCheck(progress, cells.name(), context.taskId()),
                                () -> progress.isDrained(
                                        cells.name(), context.taskId().partition())),
                        new PublishedRows(context.getStateStore(PUBLISHED)),
                        context,
                        new RowPublisher.Inputs(references, asOf),
                        settings::partitionOfCampaign,
                        events,
                        succession),
                flushPolicy,
                (publisher, context) -> new TaskHeartbeat(
                        new TaskHeartbeat.Input(Stage.TALLY, cells.name()),
                        HEARTBEATS,
                        context,
                        progress,
                        publisher,
                        succession));
    }
}
