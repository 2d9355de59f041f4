package io.muster.streams.topology;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AsOf;
import io.muster.streams.mapping.RegistryPatience;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.ledger.LedgerStage;
import io.muster.streams.topology.reference.ReferenceBook;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.reference.ReferenceStage;
import io.muster.streams.topology.tally.TallyEvents;
import io.muster.streams.topology.tally.TallyStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/** Composes the topology. Starts nothing and reads no environment. */
public final class MusterTopology {

    private final TopologySettings settings;
    private final AvroSerdes serdes;
    private final Supplier<AsOf> asOf;
    private final LongSupplier nanoClock;
    private final Listeners listeners;
    private final Succession succession;
    private final InputProgress progress;

    /** Who is told of what happens in the topology. */
    public record Listeners(
            LedgerEvents ledger,
            TallyEvents tally,
            ReferenceEvents references,
            RegistryPatience.Waiting registry,
            Backlog ledgerBacklog,
            Backlog tallyBacklog) {}

    /**
     * @param asOf where the as-of day comes from, at the moment it is asked
     * @param nanoClock as {@link System#nanoTime}; it paces the rounds
     * @param progress how far the input is taken
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
        ReferenceBook book = new ReferenceBook();
        ThreadLocal<RoundPacer> pacers = ThreadLocal.withInitial(
                () -> new RoundPacer(settings.checkEvery().toNanos(), settings.pauseFactor(), nanoClock));
        new ReferenceStage(book, this::patient, listeners.references()).addTo(topology);
        new LedgerStage(
                        settings,
                        () -> new StatementReader(patient(Topics.ENROLLMENTS), settings.numericRefs()),
                        listeners.ledger(),
                        new Rounds(pacers::get, settings.checkEvery(), listeners.ledgerBacklog()),
                        succession,
                        progress)
                .addTo(topology, cells, this::patientSerializer);
        new TallyStage(
                        settings,
                        book::references,
                        asOf,
                        listeners.tally(),
                        new Rounds(pacers::get, settings.checkEvery(), listeners.tallyBacklog()),
                        succession,
                        progress)
                .addTo(topology, cells, this::patientSerializer);
    }

    private <V> Serializer<V> patientSerializer(Topic<V> topic) {
        return new RegistryPatience(listeners.registry()).serializer(serdes.serializer(topic));
    }

    private Deserializer<?> patient(Topic<?> topic) {
        return new RegistryPatience(listeners.registry()).deserializer(serdes.deserializer(topic));
    }
}
