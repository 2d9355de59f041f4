package io.muster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.Console;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.intake.statement.ReadingSettings;
import io.muster.intake.statement.StatementFileReader;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker stops in the middle of a file and comes back. */
final class BrokerGoesAwayIT {

    private static final String HEADING = "campaignId,participantRef,status,areaId,enrolledOn,recordedAt,source\n";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int HALF = 2_000;

    @TempDir
    private Path directory;

    @Test
    void shouldReportAcknowledgementsAndLoseNothingWhenTheFileIsSentAgain() throws IOException {
        EmbeddedCluster cluster = new EmbeddedCluster(Optional.of(directory), ServedPorts.free());
        Connection connection = cluster.start();
        assertThat(topics(connection)).isZero();

        SendReport cut = send(connection, () -> {
            Awaitility.await()
                    .until(() ->
                            !TopicContent.read(connection, Topics.ENROLLMENTS).isEmpty());
            cluster.close();
        });

        assertThat(cut.stopped())
                .startsWith("the broker at " + connection.bootstrapServers() + " did not answer within 2 s");
        assertThat(cut.lines().acknowledged()).isPositive();
        assertThat(cut.lines().notAcknowledged()).isPositive();
        assertThat(cut.lines().acknowledged() + cut.lines().notAcknowledged())
                .isEqualTo(cut.lines().valid());
        assertThat(cut.lines().firstNotAcknowledged()).isNotNull();
        assertThat(cut.isComplete()).isFalse();
        ServedPorts same = new ServedPorts(port(connection.bootstrapServers()), port(connection.registryUrl()));
        try (EmbeddedCluster again = new EmbeddedCluster(Optional.of(directory), same)) {
            assertThat(again.start()).isEqualTo(connection);
            assertThat(TopicContent.read(connection, Topics.ENROLLMENTS))
                    .hasSizeGreaterThanOrEqualTo((int) cut.lines().acknowledged());

            SendReport whole = send(connection, () -> {});

            assertThat(whole.isComplete()).isTrue();
            assertThat(TopicContent.read(connection, Topics.ENROLLMENTS).stream()
                            .map(record -> record.value().getEventId())
                            .distinct())
                    .hasSize(2 * HALF);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.replaceFirst("^.*:(\\d+).*$", "$1"));
    }

    private static SendReport send(Connection connection, Runnable inTheMiddle) throws IOException {
        InputStream file = new SequenceInputStream(
                stream(HEADING + lines(0)), new SequenceInputStream(new Pause(inTheMiddle), stream(lines(HALF))));
        InstantSource clock = InstantSource.system();
        try (StatementFileReader reader =
                StatementFileReader.open("-", file, ReadingSettings.DEFAULTS, clock.instant())) {
            FileSender sender = new FileSender("-", reader, RejectsFile.none(reader), false);
            EnrollmentPublisher publisher = new EnrollmentPublisher(new PublisherSettings(connection, PATIENCE), clock);
            return sender.to(RecordSink.of(publisher::send, publisher::close));
        }
    }

    private static String lines(int from) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < from + HALF; i++) {
            lines.append("drive,p").append(i).append(",ENROLLED,yen-dung,2023-05-12,2023-05-12T02:00:00Z,office\n");
        }
        return lines.toString();
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static int topics(Connection connection) {
        return new Console()
                .run(
                        "topics",
                        "--bootstrap-servers",
                        connection.bootstrapServers(),
                        "--schema-registry-url",
                        connection.registryUrl())
                .exitCode();
    }

    /** An empty stream that runs an action when it is read. */
    private static final class Pause extends InputStream {
        private final Runnable action;

        Pause(Runnable action) {
            this.action = action;
        }

        @Override
        public int read() {
            action.run();
            return -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return read();
        }
    }
}
