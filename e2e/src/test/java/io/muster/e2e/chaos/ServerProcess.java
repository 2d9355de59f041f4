package io.muster.e2e.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Java server in a child process that can be killed and restarted on its data. */
final class ServerProcess implements AutoCloseable {

    /** JVM options for many processes on one machine. */
    static final List<String> FRUGAL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int STOP_SECONDS = 20;

    private final List<String> command;
    private final Map<String, String> environment;
    private final File log;
    private @Nullable Process process;

    /**
     * @param arguments the arguments of the JVM
     * @param log receives its output over all restarts
     */
    ServerProcess(List<String> arguments, Map<String, String> environment, Path log) {
        this.command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        FRUGAL.stream(),
                        arguments.stream())
                .flatMap(part -> part)
                .toList();
        this.environment = Map.copyOf(environment);
        this.log = log.toFile();
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Sends SIGKILL. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Sends a signal: STOP suspends it until CONT. */
    void signal(String name) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return command.get(command.size() - 1) + ", log " + log;
    }
}
