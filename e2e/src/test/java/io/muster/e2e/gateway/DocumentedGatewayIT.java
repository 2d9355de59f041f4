package io.muster.e2e.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.TopicReader;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Distribution;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in README.md and docs/gateway.md work as printed. */
class DocumentedGatewayIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Path PAGE = Path.of("..", "docs", "gateway.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final String PORT = "8090";

    @TempDir
    private Path folder;

    @BeforeEach
    void unpack() throws IOException {
        Files.createSymbolicLink(folder.resolve("muster"), Distribution.home().resolve("muster"));
        Files.createSymbolicLink(folder.resolve("samples"), Distribution.home().resolve("samples"));
    }

    @Test
    void shouldAcceptTheStatementOfTheReadme() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();

            String said =
                    run("./muster topics\n./muster apply samples/bac-giang-2024\n" + script(README, 1), connection);

            assertThat(said).contains("{\"accepted\":1,\"refused\":[]}");
            assertThat(new TopicReader(connection).latest(Topics.ENROLLMENTS)).containsOnlyKeys("bac-giang-2024:p-1");
        }
    }

    @Test
    void shouldAcceptTheStatementsOfTheGatewayPage() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();

            String said = run(script(PAGE, 4), connection);

            assertThat(said)
                    .contains("{\"accepted\":1,\"refused\":[]}")
                    .contains("{\"accepted\":1,\"refused\":[{\"index\":1,")
                    .contains("\"status\":403,\"problems\":[{\"field\":\"areaId\"");
            assertThat(new TopicReader(connection).latest(Topics.ENROLLMENTS))
                    .containsOnlyKeys("bac-giang-2023:p-1", "bac-giang-2023:p-2", "bac-giang-2023:p-4");
        }
    }

    /** Runs all commands in order, then stops the services as Ctrl-C does. */
    private static String script(Path page, int blocks) throws IOException {
        List<String> commands = COMMANDS.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(commands).hasSize(blocks);
        try (ServerSocket free = new ServerSocket(0)) {
            return commands.stream()
                            .collect(Collectors.joining("\n"))
                            .replace(PORT, Integer.toString(free.getLocalPort()))
                    + "\nkill %1 && wait %1\n";
        }
    }

    private String run(String script, Connection connection) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder bash = new ProcessBuilder("bash", "-e", "-m", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        bash.environment().put("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers());
        bash.environment().put("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl());
        Process process = bash.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as(Files.readString(out))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }
}
