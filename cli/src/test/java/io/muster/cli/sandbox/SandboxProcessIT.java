package io.muster.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.Muster;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox in its own process, stopped by signals. */
class SandboxProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path temporary;

    private Process sandbox;
    private ProcessHandle registry;

    @BeforeEach
    void startSandbox() throws IOException {
        sandbox = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Muster.class.getName(),
                        "sandbox",
                        "--broker-port=0",
                        "--registry-port=0",
                        "--output=json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = sandbox.inputReader();
        JsonNode addresses = new ObjectMapper().readTree(out.readLine());
        registry = sandbox.children().findFirst().orElseThrow();

        assertThat(addresses.get("bootstrapServers").asText()).startsWith("127.0.0.1:");
        assertThat(answer(addresses.get("schemaRegistryUrl").asText() + "/subjects"))
                .isEqualTo(200);
    }

    @AfterEach
    void killRemainingProcesses() {
        List.of(registry, sandbox.toHandle()).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void shouldStopTheRegistryWhenKilled() {
        sandbox.destroyForcibly();
        await().atMost(LIMIT).until(() -> !registry.isAlive());
    }

    @Test
    void shouldLeaveNoProcessAndNoFilesWhenStopped() throws InterruptedException {
        sandbox.destroy();
        assertThat(sandbox.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(registry.isAlive()).isFalse();
        assertThat(temporary).isEmptyDirectory();
    }

    private static int answer(String address) throws IOException {
        return ((HttpURLConnection) URI.create(address).toURL().openConnection()).getResponseCode();
    }
}
