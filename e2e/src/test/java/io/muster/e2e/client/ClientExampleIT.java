package io.muster.e2e.client;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Distribution;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the example of docs/client.md. */
class ClientExampleIT {

    private static final Path EXAMPLE = Path.of("..", "samples", "client", "RegistrationDesk.java");
    private static final String KEY = "bXVzdGVyLW11c3Rlci1tdXN0ZXItbXVzdGVyLTEyMzQ=";

    @TempDir
    private Path folder;

    @Test
    void shouldCompileAndSendTheStatements() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all,-classfile,-processing,-path",
                        "-Werror",
                        "-proc:none",
                        "-cp",
                        libraries(),
                        "-d",
                        classes.toString(),
                        EXAMPLE.toString());
        assertThat(compiled).isZero();
        Files.writeString(folder.resolve("participant.key"), KEY);
        try (Backend backend = new EmbeddedBackend()) {
            Launcher muster = Launcher.in(folder).connectedTo(backend.connection());
            muster.succeed("topics");

            try (MusterProcess example = muster.startProgram(classes, "RegistrationDesk")) {
                assertThat(example.awaitEnd(Duration.ofMinutes(1)))
                        .as(example.err())
                        .isZero();
                assertThat(example.out().lines().toList()).last().isEqualTo("sent");
            }
            assertThat(Arrivals.read(backend.connection()).statements())
                    .singleElement()
                    .satisfies(statement -> {
                        assertThat(statement)
                                .extracting(Statement::campaignId, Statement::areaId, Statement::source)
                                .containsExactly(campaignId("bac-giang-2023"), areaId("yen-dung"), "yen-dung-office");
                        assertThat(statement.participantRef())
                                .isEqualTo(ParticipantRef.of("024183001234", ParticipantKey.parse(KEY)));
                    });
        }
        assertThat(Files.readString(folder.resolve("registrations.spool"), StandardCharsets.ISO_8859_1))
                .doesNotContain("024183001234");
    }

    @Test
    void shouldMatchTheDocumentation() throws Exception {
        String example = Files.readString(EXAMPLE);
        String tenLines = example.substring(example.indexOf("ParticipantKey key"))
                .lines()
                .limit(9)
                .map(String::strip)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readAllLines(Path.of("..", "docs", "client.md")).stream()
                        .map(String::strip)
                        .collect(Collectors.joining("\n")))
                .contains(tenLines);
    }

    private static String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.home().resolve("lib"))) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
