package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.options.Connection;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone is told who starts the application before the rest is there. */
class StreamsStartIT {

    @TempDir
    private Path folder;

    @Test
    void shouldSayThatTheBrokerDoesNotAnswer() throws Exception {
        String nowhere = "127.0.0.1:" + unusedPort();

        MusterProcess streams =
                Launcher.in(folder).run("streams", "--bootstrap-servers=" + nowhere, "--start-timeout=3s");

        assertThat(streams.exitCode()).isEqualTo(1);
        assertThat(streams.err()).contains("broker at " + nowhere + " did not answer", "--bootstrap-servers");
        assertThat(streams.err()).doesNotContain("\tat io.muster");
    }

    @Test
    void shouldNameTheCommandThatCreatesTheTopicsThatAreMissing() throws Exception {
        try (EmbeddedBackend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();

            MusterProcess streams = Launcher.in(folder).connectedTo(connection).run("streams");

            assertThat(streams.exitCode()).isEqualTo(1);
            assertThat(streams.err()).contains("lacks the topics", "muster.enrollments", "Create them: muster topics");
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
