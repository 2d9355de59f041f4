package io.muster.dashboard.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Type-checks and lints the scripts of the page with the tools in src/test/page, installed under target/. Skipped if
 * npm is missing or cannot install them.
 */
class PageScriptsIT {

    private static final Path TOOLS = Path.of("src", "test", "page");
    private static final Path ASSETS =
            Path.of("src", "main", "resources", "io", "muster", "dashboard", "web", "assets");
    private static final Path PROJECT = Path.of("target", "page");
    private static final Path UPLOT = Path.of("uplot", "dist");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @BeforeAll
    static void install() throws Exception {
        copy(TOOLS, PROJECT);
        copy(ASSETS, PROJECT.resolve("assets"));
        Result install = npm("ci", "--no-audit", "--no-fund", "--ignore-scripts");
        assumeThat(install.exitCode()).as(install.output()).isZero();
        Path modules = PROJECT.resolve("node_modules").resolve(UPLOT);
        Path library =
                Files.createDirectories(PROJECT.resolve("assets").resolve("lib").resolve(UPLOT));
        copyFile(modules.resolve("uPlot.esm.js"), library.resolve("uPlot.esm.js"));
        copyFile(modules.resolve("uPlot.d.ts"), library.resolve("uPlot.esm.d.ts"));
    }

    @Test
    void shouldPassTheTypeChecker() throws Exception {
        Result types = npm("run", "--silent", "types");

        assertThat(types.exitCode()).as(types.output()).isZero();
    }

    @Test
    void shouldPassTheLinter() throws Exception {
        Result lint = npm("run", "--silent", "lint");

        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }

    private record Result(int exitCode, String output) {}

    private static Result npm(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("npm", ".log");
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("npm"), Stream.of(arguments))
                            .toList())
                    .directory(PROJECT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("npm did not end within " + LIMIT + ": " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            assumeThat(e).as("npm cannot be started").isNull();
            throw e;
        } finally {
            Files.delete(output);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(requireNonNull(target.getParent()));
            copyFile(file, target);
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
