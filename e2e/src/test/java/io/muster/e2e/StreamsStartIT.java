package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The error messages when the application starts before its prerequisites exist. */
class StreamsStartIT {

    @TempDir
    private Path folder;

    @Test
    void shouldReportAnUnreachableBroker() throws Exception {
        String nowhere = "127.0.0.1:" + unusedPort();

        MusterProcess streams =
                Launcher.in(folder).run("streams", "--bootstrap-servers=" + nowhere, "--start-timeout=3s");

        assertThat(streams.exitCode()).isEqualTo(1);
        assertThat(streams.err()).contains("broker at " + nowhere + " did not answer", "--bootstrap-servers");
        assertThat(streams.err()).doesNotContain("\tat io.muster");
    }

    @Test
    void shouldReportMissingTopicsAndLeaveThePredecessorActive() throws Exception {
        try (EmbeddedBackend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();

            MusterProcess streams = Launcher.in(folder).connectedTo(connection).run("streams");

            assertThat(streams.exitCode()).isEqualTo(1);
            assertThat(streams.err()).contains("lacks the topics", "muster.enrollments", "Create them: muster topics");
            requireUnchangedPredecessorIfItsSuccessorDoesNotStart(
                    Launcher.in(folder).connectedTo(connection), connection);
        }
    }

    private static void requireUnchangedPredecessorIfItsSuccessorDoesNotStart(Launcher muster, Connection connection)
            throws Exception {
        muster.succeed("topics", "--application-id=m2");
        muster.succeed("topics");
        try (Admin admin = Admin.create(connection.clientSettings());
                ServerSocket taken = new ServerSocket(0)) {
            TopicPartition counted = new TopicPartition(Topics.ENROLLMENTS.name(), 0);
            admin.alterConsumerGroupOffsets("muster", Map.of(counted, new OffsetAndMetadata(1)))
                    .all()
                    .get();

            MusterProcess portTaken = successor(muster, "--http-port=" + taken.getLocalPort());
            MusterProcess wrongSetting = successor(muster, "--kafka-config=main.consumer.max.poll.records=many");

            assertThat(portTaken.exitCode()).isEqualTo(1);
            assertThat(portTaken.err()).contains("Port " + taken.getLocalPort() + " is taken");
            assertThat(wrongSetting.exitCode()).isEqualTo(1);
            assertThat(wrongSetting.err()).contains("max.poll.records", "Check --kafka-config");
            assertThat(admin.listConsumerGroupOffsets("muster")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .containsOnly(Map.entry(counted, new OffsetAndMetadata(1)));
        }
    }

    private static MusterProcess successor(Launcher muster, String option) throws Exception {
        return muster.run("streams", "--application-id=m2", "--successor-of=muster", option);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
