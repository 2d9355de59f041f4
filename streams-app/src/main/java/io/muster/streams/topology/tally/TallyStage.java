package io.muster.streams.topology.tally;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.counting.Heartbeat.Stage;
import io.muster.domain.reference.References;
import io.muster.domain.tally.AsOf;
import io.muster.streams.topology.FoldedStoreBuilder;
import io.muster.streams.topology.Foldings;
import io.muster.streams.topology.InputProgress;
import io.muster.streams.topology.RestoreCheck;
import io.muster.streams.topology.Rounds;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TaskHeartbeat;
import io.muster.streams.topology.TopologySettings;
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

/** Wires the second stage: cells in; daily counts, progress, segment counts and alerts out. */
public final class TallyStage {

    private static final String SOURCE = "cells-source";
    private static final String TALLY = "tally";
    private static final String STORE = "boards";
    private static final String PUBLISHED = "published-rows";
    private static final String IDENTITY = "identity";
    private static final String HEARTBEATS = "tally-heartbeats";

    /** The topics of rows. */
    public static final List<Topic<?>> OUTPUTS = List.of(
            Topics.DAILY_COUNTS, Topics.AREA_PROGRESS, Topics.CAMPAIGN_PROGRESS, Topics.SEGMENT_COUNTS, Topics.ALERTS);

    private final TopologySettings settings;
    private final Supplier<References> references;
    private final Supplier<AsOf> asOf;
    private final TallyEvents events;
    private final Rounds rounds;
    private final Succession succession;
    private final InputProgress progress;

    /**
     * @param references the reference records known at the moment
     * @param asOf where the as-of day comes from, at the moment
     */
    public TallyStage(
            TopologySettings settings,
            Supplier<References> references,
            Supplier<AsOf> asOf,
            TallyEvents events,
            Rounds rounds,
            Succession succession,
            InputProgress progress) {
        this.settings = settings;
        this.references = references;
        this.asOf = asOf;
        this.events = events;
        this.rounds = rounds;
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
                Foldings.thatForward(() -> processor(cells)));
        // keeps the process id, and with it the transactional ids, over a restart: the fresh start ends what the old
        // one left open
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
                        references,
                        asOf,
                        settings::partitionOf,
                        events,
                        succession),
                rounds,
                (publisher, context) -> new TaskHeartbeat(
                        Stage.TALLY, cells.name(), HEARTBEATS, context, progress, publisher, succession));
    }
}
