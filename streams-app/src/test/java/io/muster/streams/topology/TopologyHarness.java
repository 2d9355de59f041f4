package io.muster.streams.topology;

import static io.muster.streams.config.SettingsBuilder.settings;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AsOf;
import io.muster.streams.config.KafkaProperties;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import io.muster.streams.topology.stage.UncommittedCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Runs the topology in Kafka's test driver. Tests send reference records and statements, and read the output. */
final class TopologyHarness implements AutoCloseable {

    static final String APPLICATION_ID = "test";
    private static final Duration FLUSH_INTERVAL = Duration.ofMillis(20);
    private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofMinutes(1);

    private final String registryUrl = "mock://" + UUID.randomUUID();
    private final AvroSerdes serdes = new AvroSerdes(registryUrl, Map.of("auto.register.schemas", true));
    private final AtomicLong nanos = new AtomicLong();
    private final RecordedEvents events = new RecordedEvents();
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Path stateDir;
    private final Topology topology;
    private final TopologyTestDriver driver;
    private final Outputs outputs;

    /** Uses the day of the latest statement as the as-of day. */
    TopologyHarness(LedgerStore ledgerStore) {
        this(ledgerStore, AsOf.Recorded::new);
    }

    TopologyHarness(LedgerStore ledgerStore, Supplier<AsOf> asOf) {
        stateDir = stateDir();
        StreamsSettings settings = settings()
                .applicationId(APPLICATION_ID)
                .registryUrl(registryUrl)
                .ledgerStore(ledgerStore)
                .build();
        topology = new MusterTopology(
                        new TopologySettings(ledgerStore, 1, FLUSH_INTERVAL, 0),
                        serdes,
                        asOf,
                        () -> nanos.addAndGet(LONGER_THAN_ANY_PAUSE.toNanos()),
                        new MusterTopology.Listeners(
                                events, events, events, events, new UncommittedCount(), new UncommittedCount()),
                        Succession.NONE,
                        InputProgress.UNKNOWN)
                .build(Topics.cells(APPLICATION_ID));
        driver = new TopologyTestDriver(topology, KafkaProperties.of(settings, stateDir, "test"));
        outputs = new Outputs(driver, serdes);
    }

    void refer(ReferencesBuilder references) {
        refer(references.build());
    }

    /** Publishes reference records. */
    void refer(References references) {
        ReferenceRecord.between(References.NONE, references).forEach(this::send);
        flush();
    }

    /** Publishes a reference record or a tombstone. */
    void send(ReferenceRecord record) {
        WrittenReference.of(record, this::send);
    }

    void state(StatementBuilder... statements) {
        state(Arrays.stream(statements).map(StatementBuilder::build).toList());
    }

    /** Sends statements, each under its key, a second after it was recorded. */
    void state(List<Statement> statements) {
        state(statements, s -> s.recordedAt().plusSeconds(1));
    }

    /** Sends statements, each under its key. */
    void state(List<Statement> statements, ReceivedAt receivedAt) {
        for (Statement s : statements) {
            send(
                    Topics.ENROLLMENTS,
                    RecordKeys.participant(s.campaignId(), s.participantRef()),
                    StatementMapping.toAvro(s),
                    receivedAt.of(s));
        }
        flush();
    }

    /** Removes a reference record. */
    void remove(Topic<?> topic, String key) {
        send(topic, key, null);
        flush();
    }

    <V> void send(Topic<V> topic, String key, @Nullable V value) {
        send(topic, key, value, Instant.EPOCH);
    }

    private <V> void send(Topic<V> topic, String key, @Nullable V value, Instant timestamp) {
        byte[] bytes = value == null ? null : bytes(topic, value);
        sendBytes(topic, key.getBytes(StandardCharsets.UTF_8), bytes, timestamp);
    }

    void sendBytes(Topic<?> topic, byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        send(topic, new TestRecord<>(key, value, new RecordHeaders(), timestamp));
    }

    void send(Topic<?> topic, TestRecord<byte[], byte[]> record) {
        inputs.computeIfAbsent(
                        topic.name(),
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(record);
    }

    /** The bytes of a value, as a producer writes them. */
    <V> byte[] bytes(Topic<V> topic, V value) {
        return serdes.serializer(topic).serialize(topic.name(), value);
    }

    /** Advances the clock far enough for both stages to flush. */
    void flush() {
        driver.advanceWallClockTime(FLUSH_INTERVAL); // cells
        driver.advanceWallClockTime(FLUSH_INTERVAL); // the end of their burst
        driver.advanceWallClockTime(FLUSH_INTERVAL); // rows
    }

    /** Advances the clock. */
    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    TopologyDescription describe() {
        return topology.describe();
    }

    /** The published records. */
    Outputs published() {
        return outputs;
    }

    /** The recorded events. */
    RecordedEvents events() {
        return events;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(stateDir.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path stateDir() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "state")), "topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
