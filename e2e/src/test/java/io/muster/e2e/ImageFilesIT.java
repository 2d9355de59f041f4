package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the build prepares for the container image. */
class ImageFilesIT {

    private static final Path FILES = Path.of("../image/target/muster").toAbsolutePath();
    private static final long LIMIT_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void shouldNotContainLibrariesOfTheEmbeddedBroker() throws IOException {
        assertThat(jars())
                .extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("kafka-streams-"))
                .anyMatch(name -> name.startsWith("muster-cli-"))
                .noneMatch(name ->
                        name.matches("(kafka_|kafka-(metadata|server|raft|storage|group|share|transaction)|scala-"
                                + "|commons-collections-).*"));
        assertThat(FILES.resolve("registry")).doesNotExist();
    }

    @Test
    void shouldContainRocksDbNativesOfSupportedPlatformsOnly() throws IOException {
        List<String> natives = jars().stream()
                .flatMap(jar -> entries(jar).stream())
                .filter(entry -> entry.contains("rocksdbjni") && !entry.endsWith("/"))
                .toList();

        assertThat(natives).containsExactlyInAnyOrder("librocksdbjni-linux64.so", "librocksdbjni-linux-aarch64.so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox --broker-port 0 --registry-port 0", "demo --once --instant"})
    void shouldReportAMissingEmbeddedBroker(String command) throws Exception {
        Ended ended = run(command);

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains("this installation has no embedded broker: the container image leaves it out")
                .doesNotContain("NoClassDefFoundError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"streams", "gateway", "dashboard", "notifier", "topics"})
    void shouldContainTheClassesThatItsCommandsLoad(String command) throws Exception {
        Ended ended = run(command + " --help");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("Usage: muster " + command);
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(String command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> words = Stream.concat(Stream.of(FILES.resolve("muster").toString()), Stream.of(command.split(" ")))
                .toList();
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(FILES.resolve("lib"))) {
            return jars.toList();
        }
    }

    private static List<String> entries(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
