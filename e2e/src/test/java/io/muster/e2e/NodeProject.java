package io.muster.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The clients in src/test/node, with their libraries under target/. */
final class NodeProject {

    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path INSTALLED = Path.of("target", "node");
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(1);

    private NodeProject() {}

    /**
     * Installs the libraries if they are missing.
     *
     * @throws org.opentest4j.TestAbortedException if Node or npm is missing, or the libraries cannot be installed
     */
    static void install() throws IOException, InterruptedException {
        for (String program : List.of("node", "npm")) {
            Assumptions.assumeTrue(isThere(program), () -> "needs " + program + ", which is not on the PATH");
        }
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Output npm = run(
                INSTALL_LIMIT,
                List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"));
        Assumptions.assumeTrue(npm.exitCode() == 0, () -> "needs libraries that npm cannot install: " + npm.err());
    }

    /** Runs a script of the project and waits for its end. */
    static Output run(String script, String... arguments) throws IOException, InterruptedException {
        return run(
                RUN_LIMIT,
                Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList());
    }

    private static Output run(Duration limit, List<String> command) throws IOException, InterruptedException {
        Path out = INSTALLED.resolve(command.get(0) + ".out").toAbsolutePath();
        Path err = INSTALLED.resolve(command.get(0) + ".err").toAbsolutePath();
        Process process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    command + " did not end within " + limit + ": " + Files.readString(out) + Files.readString(err));
        }
        return new Output(process.exitValue(), Files.readAllLines(out), Files.readString(err));
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The output lines and the exit code of a process. */
    record Output(int exitCode, List<String> out, String err) {}
}
