package io.muster.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.NumericRefs;
import io.muster.http.loop.Loops;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.config.StreamsSettings.AsOfSource;
import io.muster.streams.succession.Predecessor;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** When the predecessor is marked as succeeded. */
class PredecessorOnABrokerIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Long enough for several checks of the predecessor. */
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private static final String OLD = "muster";
    private static final String NEW = "m2";
    private static final TopicPartition COUNTED = new TopicPartition(Topics.ENROLLMENTS.name(), 0);

    @Test
    void shouldMarkThePredecessorOnlyOnceARunningSuccessorHasCaughtUp() throws Exception {
        try (EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free())) {
            Connection connection = cluster.start();
            new Setup(connection, LIMIT).run(Topics.all(OLD), TopicLayout.standard());
            new Setup(connection, LIMIT).run(Topics.all(NEW), TopicLayout.standard());
            AtomicBoolean running = new AtomicBoolean(true);
            Loops loops = new Loops();
            try (Admin admin = Admin.create(connection.clientSettings());
                    Predecessor predecessor = Predecessor.of(
                            OLD, successor(connection), InstantSource.system(), new SimpleMeterRegistry(), loops)) {
                sendARecord(connection);
                count(admin, OLD);
                predecessor.monitor(running::get);
                assertNotMarked(admin);

                running.set(false);
                count(admin, NEW);
                assertNotMarked(admin);

                running.set(true);
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(markOf(admin)).startsWith("succeeded by " + NEW));
                assertThat(loops.failing()).isEmpty();
            }
        }
    }

    private static void assertNotMarked(Admin admin) {
        await().during(A_WHILE)
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(markOf(admin)).isEmpty());
    }

    private static String markOf(Admin admin) throws Exception {
        return Objects.requireNonNull(admin.listConsumerGroupOffsets(OLD)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(COUNTED))
                .metadata();
    }

    private static void count(Admin admin, String applicationId) throws Exception {
        admin.alterConsumerGroupOffsets(applicationId, Map.of(COUNTED, new OffsetAndMetadata(1)))
                .all()
                .get();
    }

    private static void sendARecord(Connection connection) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                connection.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(COUNTED.topic(), COUNTED.partition(), new byte[0], new byte[0]))
                    .get();
        }
    }

    private static StreamsSettings successor(Connection connection) {
        return new StreamsSettings(
                new StreamsSettings.Application(NEW, Optional.of(OLD)),
                Connection.to(connection.bootstrapServers(), connection.registryUrl()),
                new StreamsSettings.Counting(LedgerStore.MEMORY, AsOfSource.RECORDED, NumericRefs.REFUSED),
                new StreamsSettings.Instance(Path.of("unused"), false, 1, 0, 0, LIMIT));
    }
}
