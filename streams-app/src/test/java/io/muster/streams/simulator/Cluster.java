package io.muster.streams.simulator;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.topology.Flaw;
import io.muster.streams.topology.TopologySettings;
import io.muster.streams.topology.WrittenReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Broker, registry and time, and everybody who sends statements and definitions. */
final class Cluster {

    private static final Instant BEGIN = Instant.parse("2023-05-25T00:00:00Z");
    private static final Map<String, ?> WRITING = Map.of("auto.register.schemas", true);

    private final int partitions;
    private final SimulatedLog log = new SimulatedLog();
    private final SimulatedRegistry registry = new SimulatedRegistry();
    private final AvroSerdes serdes = newSerdes();
    private final ReferencesBuilder published = someReferences();
    private final List<String> flawed = new ArrayList<>();
    private final List<List<Entry>> deleted = new ArrayList<>();
    private long now = BEGIN.toEpochMilli();
    private boolean delaysMarkers;
    private boolean hasDeleted;

    /** @param partitions of enrollments and cells */
    Cluster(int partitions, List<String> applicationIds) {
        this.partitions = partitions;
        for (int i = 0; i < partitions; i++) {
            deleted.add(new ArrayList<>());
        }
        for (String id : applicationIds) {
            Topics.ofApplication(id).stream()
                    .filter(topic -> !log.has(topic.name()))
                    .forEach(this::create);
        }
    }

    private void create(Topic<?> topic) {
        boolean isDivided = topic.equals(Topics.ENROLLMENTS) || Topics.isCells(topic);
        log.create(topic.name(), isDivided ? partitions : 1);
    }

    SimulatedLog log() {
        return log;
    }

    /** As a new process has them: it has asked the registry for nothing yet. */
    AvroSerdes newSerdes() {
        return new AvroSerdes(registry, WRITING);
    }

    int partitions() {
        return partitions;
    }

    /** Epoch milliseconds. */
    long now() {
        return now;
    }

    void advance(Duration time) {
        now += time.toMillis();
    }

    void registryIsAway(boolean away) {
        registry.away(away);
    }

    /** Whether readers learn later that a transaction is decided. */
    boolean delaysMarkers() {
        return delaysMarkers;
    }

    void delayMarkers(boolean delays) {
        delaysMarkers = delays;
    }

    /** Sends a statement to the partition where it belongs, or so many further. */
    void send(Statement statement, int away) {
        byte[] key = RecordKeys.participant(statement.campaignId(), statement.participantRef())
                .getBytes(StandardCharsets.UTF_8);
        append(
                Topics.ENROLLMENTS,
                (TopologySettings.home(key, partitions) + away) % partitions,
                key,
                write(Topics.ENROLLMENTS, StatementMapping.toAvro(statement)),
                ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli());
    }

    /** Sends a record that is refused. */
    void send(Statement statement, Flaw flaw, int partition) {
        TestRecord<byte[], byte[]> record =
                flaw.in(statement, (EnrollmentEvent event) -> write(Topics.ENROLLMENTS, event));
        long offset = append(
                Topics.ENROLLMENTS,
                partition,
                record.key(),
                record.value(),
                record.getRecordTime().toEpochMilli());
        flawed.add(partition + "@" + offset);
    }

    /** Sends an odd record of a statement. @return whether that can be */
    boolean send(Statement statement, OddRecord odd) {
        byte[] key = odd.key(RecordKeys.participant(statement.campaignId(), statement.participantRef())
                .getBytes(StandardCharsets.UTF_8));
        int partition = odd.partition(key, partitions);
        if (odd.isPossible(partitions)) {
            long offset = log.append(
                    new TopicPartition(Topics.ENROLLMENTS.name(), partition),
                    key,
                    odd.value(write(Topics.ENROLLMENTS, StatementMapping.toAvro(statement))),
                    odd.headers(),
                    odd.timestamp(ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli()),
                    null);
            if (odd.isRefused()) {
                flawed.add(partition + "@" + offset);
            }
        }
        return odd.isPossible(partitions);
    }

    void publish(ReferenceRecord definition) {
        WrittenReference.of(definition, this::publish);
        published.take(definition);
    }

    private <V> void publish(Topic<V> topic, String key, @Nullable V value) {
        append(topic, 0, key.getBytes(StandardCharsets.UTF_8), value == null ? null : write(topic, value), now);
    }

    private <V> byte[] write(Topic<V> topic, V value) {
        return registry.forSender(() -> serdes.serializer(topic).serialize(topic.name(), value));
    }

    private long append(Topic<?> topic, int partition, byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
        return log.append(
                new TopicPartition(topic.name(), partition), key, value, new RecordHeaders(), timestamp, null);
    }

    /** Compacts a partition as the settings of its topic allow. */
    boolean compact(Topic<?> topic, int partition) {
        long lag = Long.parseLong(topic.settings().getOrDefault("min.compaction.lag.ms", "0"));
        int existing = log.partitions(topic.name()).size();
        return log.compact(new TopicPartition(topic.name(), partition % existing), now - lag) > 0;
    }

    /** Compacts a partition of changelogs. */
    boolean compact(List<String> changelogs, int partition) {
        return changelogs.stream()
                        .mapToInt(changelog -> log.compact(
                                new TopicPartition(
                                        changelog,
                                        partition % log.partitions(changelog).size()),
                                now))
                        .sum()
                > 0;
    }

    /** Deletes statements that an application has counted. */
    boolean delete(String counter, int partition) {
        TopicPartition enrollments = new TopicPartition(Topics.ENROLLMENTS.name(), partition);
        List<Entry> entries = log.deleteBefore(
                enrollments, log.committed(counter, enrollments).orElse(0));
        deleted.get(partition).addAll(entries);
        hasDeleted |= !entries.isEmpty();
        return !entries.isEmpty();
    }

    boolean hasDeleted() {
        return hasDeleted;
    }

    /** The definitions, as they are by now. */
    References references() {
        return published.build();
    }

    /** Where the records are that have to be refused: partition and offset. */
    List<String> flawed() {
        return flawed;
    }

    /** All committed records that ever were in a partition of the enrollments topic. */
    List<Entry> enrollments(int partition) {
        List<Entry> entries = new ArrayList<>(deleted.get(partition));
        entries.addAll(log.partition(Topics.ENROLLMENTS.name(), partition).committed());
        return entries;
    }
}
