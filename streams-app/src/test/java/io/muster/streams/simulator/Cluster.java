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
import io.muster.streams.topology.InvalidRecord;
import io.muster.streams.topology.WrittenReference;
import io.muster.streams.topology.stage.TopologySettings;
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

/** The brokers, the registry, the clock, and the producers of statements and definitions. */
final class Cluster {

    private static final Instant BEGIN = Instant.parse("2023-05-25T00:00:00Z");
    private static final Map<String, ?> WRITING = Map.of("auto.register.schemas", true);

    private final int partitions;
    private final SimulatedLog log = new SimulatedLog();
    private final SimulatedRegistry registry = new SimulatedRegistry();
    private final AvroSerdes serdes = newSerdes();
    private final ReferencesBuilder published = someReferences();
    private final List<String> invalid = new ArrayList<>();
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

    /** Serdes of a new process, which has not cached any schema. */
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

    void setRegistryOutage(boolean outage) {
        registry.setOutage(outage);
    }

    /** Whether transaction markers are written later than the decision. */
    boolean delaysMarkers() {
        return delaysMarkers;
    }

    void delayMarkers(boolean delays) {
        delaysMarkers = delays;
    }

    /** Sends a statement to its partition, or to one that is {@code away} partitions further. */
    void send(Statement statement, int away) {
        byte[] key = RecordKeys.participant(statement.campaignId(), statement.participantRef())
                .getBytes(StandardCharsets.UTF_8);
        append(
                Topics.ENROLLMENTS,
                (TopologySettings.partitionOfKey(key, partitions) + away) % partitions,
                key,
                write(Topics.ENROLLMENTS, StatementMapping.toAvro(statement)),
                ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli());
    }

    /** Sends a record that must be rejected. */
    void send(Statement statement, InvalidRecord kind, int partition) {
        TestRecord<byte[], byte[]> record =
                kind.in(statement, (EnrollmentEvent event) -> write(Topics.ENROLLMENTS, event));
        long offset = append(
                Topics.ENROLLMENTS,
                partition,
                record.key(),
                record.value(),
                record.getRecordTime().toEpochMilli());
        invalid.add(partition + "@" + offset);
    }

    /** Sends an unusual record of a statement. @return whether this is possible */
    boolean send(Statement statement, UnusualRecord kind) {
        byte[] key = kind.key(RecordKeys.participant(statement.campaignId(), statement.participantRef())
                .getBytes(StandardCharsets.UTF_8));
        int partition = kind.partition(key, partitions);
        if (kind.isPossible(partitions)) {
            long offset = log.append(
                    new TopicPartition(Topics.ENROLLMENTS.name(), partition),
                    key,
                    kind.value(write(Topics.ENROLLMENTS, StatementMapping.toAvro(statement))),
                    kind.headers(),
                    kind.timestamp(ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli()),
                    null);
            if (kind.isRejected()) {
                invalid.add(partition + "@" + offset);
            }
        }
        return kind.isPossible(partitions);
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

    /** Compacts a partition as far as the settings of its topic allow. */
    boolean compact(Topic<?> topic, int partition) {
        long lag = Long.parseLong(topic.settings().getOrDefault("min.compaction.lag.ms", "0"));
        int existing = log.partitions(topic.name()).size();
        return log.compact(new TopicPartition(topic.name(), partition % existing), now - lag) > 0;
    }

    /** Compacts a partition of all changelogs. */
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

    /** Deletes the statements of a partition that an application has counted. */
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

    /** The current definitions. */
    References references() {
        return published.build();
    }

    /** The positions of the records that must be rejected: partition and offset. */
    List<String> invalid() {
        return invalid;
    }

    /** All committed records of a partition of the enrollments topic, including deleted ones. */
    List<Entry> enrollments(int partition) {
        List<Entry> entries = new ArrayList<>(deleted.get(partition));
        entries.addAll(log.partition(Topics.ENROLLMENTS.name(), partition).committed());
        return entries;
    }
}
