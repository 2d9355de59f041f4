package io.muster.e2e.process;

import io.muster.contract.Connection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code muster} from the distribution assembled by the build. */
public final class Launcher {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Path folder;
    private final Map<String, String> environment;

    private Launcher(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** @param folder working directory of the processes, which also receives their output */
    public static Launcher in(Path folder) {
        return new Launcher(folder, Map.of());
    }

    /** A launcher whose processes use the given broker and registry. */
    public Launcher connectedTo(Connection connection) {
        return with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
                .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl());
    }

    /** A launcher whose processes have the given environment variable. */
    public Launcher with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Launcher(folder, more);
    }

    /** Starts a command in the background. */
    public MusterProcess start(String... arguments) throws IOException {
        return start(
                String.join(" ", arguments), arguments[0], List.of(program().toString()), arguments);
    }

    /** Starts a program that embeds the client, as a registration system does, on the distribution's libraries. */
    public MusterProcess startProgram(Path classes, String main, String... arguments) throws IOException {
        return startProgram(List.of(), classes, main, arguments);
    }

    /** Starts it in a process with a limit on the size of files. */
    public MusterProcess startLimited(int fileKib, Path classes, String main, String... arguments) throws IOException {
        List<String> limit = List.of("bash", "-c", "ulimit -f " + fileKib + "; exec \"$@\"", "limited");
        return startProgram(limit, classes, main, arguments);
    }

    private MusterProcess startProgram(List<String> prefix, Path classes, String main, String... arguments)
            throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                classes + File.pathSeparator + Distribution.classPath(),
                main);
        String name = main.substring(main.lastIndexOf('.') + 1);
        return start(name, name, Stream.concat(prefix.stream(), java.stream()).toList(), arguments);
    }

    private MusterProcess start(String title, String name, List<String> program, String... arguments)
            throws IOException {
        Path out = Files.createTempFile(folder, name + "-", ".out");
        Path err = Files.createTempFile(folder, name + "-", ".err");
        List<String> command =
                Stream.concat(program.stream(), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("MUSTER_"));
        builder.environment().putAll(environment);
        return new MusterProcess(title, builder.start(), out, err);
    }

    /** Runs a command and waits for its end. */
    public MusterProcess run(String... arguments) throws IOException, InterruptedException {
        try (MusterProcess process = start(arguments)) {
            process.awaitEnd(LIMIT);
            return process;
        }
    }

    /**
     * Runs a command that must succeed.
     *
     * @throws AssertionError with its output, if it fails
     */
    public MusterProcess succeed(String... arguments) throws IOException, InterruptedException {
        MusterProcess process = run(arguments);
        if (process.exitCode() != 0) {
            throw new AssertionError(process + " ended with " + process.exitCode() + ": " + process.err());
        }
        return process;
    }

    private static Path program() throws IOException {
        return Distribution.home().resolve("muster");
    }
}
