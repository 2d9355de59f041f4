package io.muster.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.TopicReader;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import io.muster.streams.mapping.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new application id succeeds another one under traffic, without readers of the rows noticing. */
class SuccessionIT {

    private static final int RATE = 500;
    private static final int ENOUGH = 3_000;

    /** High enough that an application always stops with statements copied to their partition and not yet counted. */
    private static final double ASTRAY = 0.5;

    private static final int FALL_BY_CORRECTIONS = 100;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final SimulatedDrive drive = SimulatedDrive.of(17, RATE * LIMIT.toSeconds() * 4);
    private final Backend backend = new EmbeddedBackend();
    private final Connection connection = backend.connection();
    private final Path folder;
    private final Launcher muster;

    SuccessionIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.muster = Launcher.in(folder).connectedTo(connection);
        muster.succeed("topics");
        new ReferenceSender(connection).become(drive.references());
    }

    @AfterEach
    void close() throws Exception {
        backend.close();
    }

    @Test
    void shouldTakeOverInBothDirectionsWithoutWrongFiguresOrDuplicates() throws Exception {
        try (FieldTraffic traffic = new FieldTraffic(connection, drive.plan(), RATE, ASTRAY);
                StreamsInstance first = start("muster")) {
            first.awaitReady();
            CompletableFuture<Integer> sending = traffic.begin();
            awaitStatements(first, ENOUGH);

            muster.succeed("topics", "--application-id=muster-2");
            killWhileFollowing();
            try (StreamsInstance second = start("muster-2", "--successor-of=muster")) {
                awaitStatements(second, RATE);
                assertThat(second.isReady()).isFalse();
                assertThat(second.metric("muster_rows_published_total")).isZero();

                stop(first);
                Map<TopicPartition, OffsetAndMetadata> counted = counted("muster");
                second.awaitReady();
                assertThat(copiedButNotCounted(counted)).isPositive();
                await().atMost(LIMIT).until(() -> second.metric("muster_rows_published_total") > 0);
                assertThat(second.metric("muster_succession_remaining")).isZero();
                awaitStatements(second, ENOUGH);

                MusterProcess again = muster.run("streams", "--state-dir=" + folder.resolve("muster"));
                assertThat(again.exitCode()).isEqualTo(1);
                assertThat(again.err())
                        .contains("The application muster was succeeded by muster-2")
                        .contains("go back to this one with --successor-of muster-2");
                try (StreamsInstance back = start("muster", "--successor-of=muster-2")) {
                    stop(second);
                    back.awaitReady();
                    traffic.end();
                    sending.join();
                    new Counting(connection, "muster", List.of(back)).awaitEverything();
                }
            }
        }
        Sent sent = Sent.read(connection, Topics.ENROLLMENTS.partitions());
        assertThat(sent.brokenPromises(connection, drive.references())).isEmpty();
        assertThat(largestDrop()).isLessThan(FALL_BY_CORRECTIONS);
    }

    @Test
    void shouldKeepCountingWhenTheTopicGrowsAndUseAllPartitionsInANewApplication() throws Exception {
        try (FieldTraffic traffic = new FieldTraffic(connection, drive.plan(), RATE, ASTRAY);
                StreamsInstance first = start("muster")) {
            first.awaitReady();
            CompletableFuture<Integer> sending = traffic.begin();
            awaitStatements(first, ENOUGH);

            grow(6);
            await().atMost(LIMIT).until(() -> first.metric("muster_statements_sent_home_total") > ENOUGH / 3.0);
            muster.succeed("topics", "--application-id=muster-6");
            try (StreamsInstance second = start("muster-6", "--successor-of=muster")) {
                awaitStatements(second, ENOUGH);
                stop(first);
                second.awaitReady();
                awaitStatements(second, 2 * ENOUGH);
                traffic.end();
                sending.join();
                new Counting(connection, "muster-6", List.of(second)).awaitEverything();
            }
        }
        Sent sent = Sent.read(connection, 6);
        assertThat(sent.brokenBesideCorrections(connection, drive.references())).isEmpty();
        assertThat(largestDrop()).isLessThan(FALL_BY_CORRECTIONS);
    }

    private void killWhileFollowing() throws Exception {
        try (StreamsInstance doomed = start("muster-2", "--successor-of=muster")) {
            awaitStatements(doomed, ENOUGH / 3);
            doomed.process().kill();
        }
    }

    private StreamsInstance start(String applicationId, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--application-id=" + applicationId);
        all.add("--kafka-config=main.consumer.metadata.max.age.ms=2000");
        return StreamsInstance.start(
                muster, folder.resolve(applicationId), ShortSessions.and(all.toArray(String[]::new)));
    }

    private static void stop(StreamsInstance instance) throws InterruptedException {
        instance.process().terminate();
        assertThat(instance.process().awaitEnd(LIMIT)).isZero();
    }

    private static void awaitStatements(StreamsInstance instance, int statements) {
        await().atMost(LIMIT).until(() -> instance.metric("muster_statements_total") >= statements);
    }

    private void grow(int partitions) throws Exception {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            admin.createPartitions(Map.of(Topics.ENROLLMENTS.name(), NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> counted(String applicationId) throws Exception {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            return admin.listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    /** Number of statements that the stopped application copied to their partition but did not count. */
    private long copiedButNotCounted(Map<TopicPartition, OffsetAndMetadata> counted) {
        String topic = Topics.ENROLLMENTS.name();
        Set<Origin> arrived = new HashSet<>();
        Set<Origin> left = new HashSet<>();
        for (var record : new TopicReader(connection).bytes(Topics.ENROLLMENTS)) {
            Origin here = new Origin(record.partition(), record.offset());
            Origin origin = Origin.of(record.headers(), here);
            if (!origin.equals(here) && isPast(counted, topic, origin)) {
                (isPast(counted, topic, here) ? arrived : left).add(origin);
            }
        }
        left.removeAll(arrived);
        return left.size();
    }

    private static boolean isPast(Map<TopicPartition, OffsetAndMetadata> counted, String topic, Origin origin) {
        OffsetAndMetadata next = counted.get(new TopicPartition(topic, origin.partition()));
        return next != null && origin.offset() < next.offset();
    }

    /** The largest drop of a campaign's total from one row to the next. */
    private long largestDrop() {
        Map<String, Long> last = new HashMap<>();
        long greatest = 0;
        for (var row : new TopicReader(connection).records(Topics.CAMPAIGN_PROGRESS)) {
            if (row.value() instanceof GenericRecord campaign
                    && campaign.get("progress") instanceof GenericRecord root) {
                long enrolled = (Long) root.get("enrolled");
                greatest = Math.max(greatest, last.getOrDefault(row.key(), 0L) - enrolled);
                last.put(row.key(), enrolled);
            }
        }
        assertThat(last).isNotEmpty();
        return greatest;
    }
}
