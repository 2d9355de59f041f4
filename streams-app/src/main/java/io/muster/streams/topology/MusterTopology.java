package io.muster.streams.topology;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AsOf;
import io.muster.streams.mapping.RegistryRetry;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.ledger.LedgerStage;
import io.muster.streams.topology.reference.ReferenceData;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.reference.ReferenceStage;
import io.muster.streams.topology.stage.FlushPacer;
import io.muster.streams.topology.stage.FlushPolicy;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import io.muster.streams.topology.stage.UncommittedCount;
import io.muster.streams.topology.tally.TallyEvents;
import io.muster.streams.topology.tally.TallyStage;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/** Composes the topology. Starts nothing and does not read the environment. */
public final class MusterTopology {

    /** The cells of a flush come in a burst. */
    private static final Duration LONGEST_WAIT_FOR_CELLS = Duration.ofSeconds(1);

    private final TopologySettings settings;
    private final AvroSerdes serdes;
    private final Supplier<AsOf> asOf;
    private final LongSupplier nanoClock;
    private final Listeners listeners;
    private final Succession succession;
    private final InputProgress progress;

    /** Listeners and counters for events inside the topology. */
    public record Listeners(
            LedgerEvents ledger,
            TallyEvents tally,
            ReferenceEvents references,
            RegistryRetry.OutageListener registry,
            UncommittedCount ledgerUncommitted,
            UncommittedCount tallyUncommitted) {}

    /**
     * @param asOf the current as-of day
     * @param nanoClock as {@link System#nanoTime}; paces the flushes
     * @param progress how far the input is consumed
     */
    public MusterTopology(
            TopologySettings settings,
            AvroSerdes serdes,
            Supplier<AsOf> asOf,
            LongSupplier nanoClock,
            Listeners listeners,
            Succession succession,
            InputProgress progress) {
        this.settings = settings;
        this.serdes = serdes;
        this.asOf = asOf;
        this.nanoClock = nanoClock;
        this.listeners = listeners;
        this.succession = succession;
        this.progress = progress;
    }

    /** @param cells the topic between the stages */
    public Topology build(Topic<byte[]> cells) {
        Topology topology = new Topology();
        addTo(topology, cells);
        return topology;
    }

    /** @param cells the topic between the stages */
    public void addTo(Topology topology, Topic<byte[]> cells) {
        ReferenceData references = new ReferenceData();
        ThreadLocal<FlushPacer> pacers = ThreadLocal.withInitial(
                () -> new FlushPacer(settings.checkEvery().toNanos(), settings.pauseFactor(), nanoClock));
        new ReferenceStage(references, this::retryingDeserializer, listeners.references()).addTo(topology);
        new LedgerStage(
                        settings,
                        () -> new StatementReader(retryingDeserializer(Topics.ENROLLMENTS), settings.numericRefs()),
                        listeners.ledger(),
                        new FlushPolicy(
                                pacers::get, settings.checkEvery(), Duration.ZERO, listeners.ledgerUncommitted()),
                        succession,
                        progress)
                .addTo(topology, cells, this::retryingSerializer);
        new TallyStage(
                        settings,
                        references::snapshot,
                        asOf,
                        listeners.tally(),
                        new FlushPolicy(
                                pacers::get,
                                settings.checkEvery(),
                                LONGEST_WAIT_FOR_CELLS,
                                listeners.tallyUncommitted()),
                        succession,
                        progress)
                .addTo(topology, cells, this::retryingSerializer);
    }

    private <V> Serializer<V> retryingSerializer(Topic<V> topic) {
        return new RegistryRetry(listeners.registry()).serializer(serdes.serializer(topic));
    }

    private Deserializer<?> retryingDeserializer(Topic<?> topic) {
        return new RegistryRetry(listeners.registry()).deserializer(serdes.deserializer(topic));
    }
}
