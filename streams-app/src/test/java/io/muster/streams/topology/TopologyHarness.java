package io.muster.streams.topology;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AsOf;
import io.muster.domain.tally.Change;
import io.muster.schemas.AvroSerdes;
import io.muster.schemas.RecordKeys;
import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import io.muster.streams.mapping.RegistryPatience;
import io.muster.streams.topology.TopologySettings.LedgerStore;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.tally.TallyEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in a test driver, with the vocabulary of the tests: tell it references and statements, read the rows. */
final class TopologyHarness implements AutoCloseable {

    private static final String APPLICATION_ID = "test";
    private static final Duration ROUND = Duration.ofMillis(20);

    private final AvroSerdes serdes =
            new AvroSerdes("mock://" + UUID.randomUUID(), Map.of("auto.register.schemas", true));
    private final AtomicLong nanos = new AtomicLong();
    private final Recorder recorder = new Recorder();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();

    TopologyHarness(LedgerStore ledgerStore, Path stateDir, Supplier<AsOf> asOf) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(
                new MusterTopology(
                                new TopologySettings(ledgerStore, 1, ROUND, 0),
                                serdes,
                                asOf,
                                () -> nanos.addAndGet(ROUND.toNanos()),
                                new MusterTopology.Listeners(
                                        recorder, recorder, recorder, recorder, new Backlog(), new Backlog()))
                        .build(Topics.cells(APPLICATION_ID)),
                properties);
    }

    /** Publishes reference records. */
    void refer(References references) {
        references.areas().values().forEach(area -> send(Topics.AREAS, area.areaId(), ReferenceRecords.area(area)));
        references
                .campaigns()
                .values()
                .forEach(
                        campaign -> send(Topics.CAMPAIGNS, campaign.campaignId(), ReferenceRecords.campaign(campaign)));
        references
                .targets()
                .forEach((campaignId, targets) -> targets.forEach((areaId, target) -> send(
                        Topics.TARGETS, RecordKeys.target(campaignId, areaId), new io.muster.schema.Target(target))));
        references
                .certified()
                .forEach((campaignId, areas) -> areas.forEach((areaId, days) -> days.forEach((day, count) -> send(
                        Topics.CERTIFIED_COUNTS,
                        RecordKeys.day(campaignId, areaId, day),
                        new io.muster.schema.CertifiedCount(count, null, null)))));
        round();
    }

    /** Sends a statement under its key, a second after it was recorded. */
    void state(Statement s) {
        send(
                Topics.ENROLLMENTS,
                RecordKeys.participant(s.campaignId(), s.participantRef()),
                Events.event(s),
                s.recordedAt().plusSeconds(1));
    }

    void state(List<Statement> statements) {
        statements.forEach(this::state);
        round();
    }

    <V> void send(Topic<V> topic, String key, @Nullable V value) {
        send(topic, key, value, Instant.EPOCH);
    }

    <V> void send(Topic<V> topic, String key, @Nullable V value, Instant timestamp) {
        byte[] bytes = value == null ? null : serdes.serializer(topic).serialize(topic.name(), value);
        sendBytes(topic, key, bytes, timestamp);
    }

    void sendBytes(Topic<?> topic, String key, byte @Nullable [] value, Instant timestamp) {
        inputs.computeIfAbsent(
                        topic.name(),
                        name -> driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(
                        new StringSerializer().serialize(topic.name(), key), value, new RecordHeaders(), timestamp));
    }

    /** The bytes of a value, as a producer writes them. */
    <V> byte[] bytes(Topic<V> topic, V value) {
        return serdes.serializer(topic).serialize(topic.name(), value);
    }

    /** Lets enough time pass for both stages to hand on what changed. */
    void round() {
        driver.advanceWallClockTime(ROUND);
        driver.advanceWallClockTime(ROUND);
    }

    /** What was written since the last call. */
    <V> List<TestRecord<String, V>> written(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), serdes.deserializer(topic))
                .readRecordsToList();
    }

    /** What was rejected since the last call. */
    List<TestRecord<String, byte[]>> rejected() {
        return driver.createOutputTopic(Topics.REJECTIONS.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    List<Outcome> outcomes() {
        return recorder.outcomes;
    }

    List<Topic<?>> ignored() {
        return recorder.ignored;
    }

    @Override
    public void close() {
        driver.close();
    }

    private static final class Recorder
            implements LedgerEvents, TallyEvents, ReferenceEvents, RegistryPatience.Waiting {
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Topic<?>> ignored = new ArrayList<>();

        @Override
        public void counted(Outcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void rejected(Rejection.Reason reason) {}

        @Override
        public void ignored(Topic<?> topic) {
            ignored.add(topic);
        }

        @Override
        public void published(Change change) {}

        @Override
        public void began() {}

        @Override
        public void ended() {}
    }
}
