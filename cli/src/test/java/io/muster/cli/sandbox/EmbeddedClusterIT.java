package io.muster.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import io.muster.sandbox.SandboxException;
import io.muster.schema.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Target SENT = new Target(3285L);

    @TempDir
    private Path directory;

    @Test
    void shouldKeepRecordsAndSchemasForTheNextStart() throws Exception {
        try (EmbeddedCluster first = new EmbeddedCluster(Optional.of(directory), ServedPorts.free())) {
            Connection connection = first.start();
            assertThat(features(connection))
                    .as("a new broker starts with the newest features")
                    .containsEntry("transaction.version", new FinalizedVersionRange((short) 2, (short) 2));
            new Setup(connection, LIMIT).run(List.of(Topics.TARGETS), TopicLayout.standard());
            produce(connection);
            assertThat(consume(connection).value()).isEqualTo(SENT);

            try (EmbeddedCluster another = new EmbeddedCluster(Optional.of(directory), ServedPorts.free())) {
                assertThatThrownBy(another::start)
                        .isInstanceOf(SandboxException.class)
                        .hasMessageContaining(directory + " is in use");
            }
        }
        try (EmbeddedCluster second = new EmbeddedCluster(Optional.of(directory), ServedPorts.free())) {
            assertThat(consume(second.start()).value()).isEqualTo(SENT);
        }
    }

    private static Map<String, FinalizedVersionRange> features(Connection connection) throws Exception {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            return admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        }
    }

    @Test
    void shouldLeaveNoProcessAndNoFilesWithoutADirectoryToKeep() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
        List<ProcessHandle> registry;
        try (cluster) {
            cluster.start();
            assertThat(cluster.data()).isNotEmptyDirectory();
            registry = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
            assertThat(registry).hasSize(1);
        }
        assertThat(registry).noneMatch(ProcessHandle::isAlive);
        assertThat(cluster.data()).doesNotExist();
        assertThat(cluster.failure()).as("a requested stop is not a failure").isNotDone();
    }

    @Test
    void shouldReportARegistryThatDies() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free())) {
            cluster.start();
            ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThat(cluster.failure())
                    .succeedsWithin(LIMIT)
                    .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                    .hasMessageContaining("embedded schema registry ended");
        }
    }

    @Test
    void shouldReportAPortThatIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var cluster = new EmbeddedCluster(Optional.of(directory), new ServedPorts(0, taken.getLocalPort()))) {
            assertThatThrownBy(cluster::start)
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--registry-port");
        }
    }

    private static void produce(Connection connection) throws Exception {
        try (var producer = new KafkaProducer<>(
                connection.clientSettings(),
                new StringSerializer(),
                connection.serdes().serializer(Topics.TARGETS))) {
            producer.send(new ProducerRecord<>(Topics.TARGETS.name(), "c:a", SENT))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static ConsumerRecord<String, Target> consume(Connection connection) {
        try (var consumer = new KafkaConsumer<>(
                connection.clientSettings(),
                new StringDeserializer(),
                connection.serdes().deserializer(Topics.TARGETS))) {
            var partition = new TopicPartition(Topics.TARGETS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.endOffsets(List.of(partition))).isEqualTo(Map.of(partition, 1L));
            return consumer.poll(LIMIT).records(partition).get(0);
        }
    }
}
