package io.muster.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A real schema registry (Apicurio, which implements Confluent's API) in a child process on the loopback interface.
 * It ends with this process, even if this process is killed.
 */
final class EmbeddedRegistry implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int POLL_MILLIS = 50;
    private static final int LOG_LINES = 20;

    private final Process process;
    private final String url;
    private final Path directory;
    private final CompletableFuture<SandboxException> failure = new CompletableFuture<>();
    private volatile boolean closing;

    private EmbeddedRegistry(Process process, String url, Path directory) {
        this.process = process;
        this.url = url;
        this.directory = directory;
        var unused = process.onExit().thenAccept(ended -> {
            if (!closing) {
                failure.complete(failed("ended with exit code " + ended.exitValue()));
            }
        });
    }

    /**
     * Starts the process. It accepts requests after {@link #awaitReady()}.
     *
     * @param directory the data directory; schemas and ids of an earlier registry are reused
     * @param port the port to listen on, or 0 for a free one
     */
    static EmbeddedRegistry launch(Path directory, int port) {
        int listen = Ports.freeOr(port, "--registry-port");
        Directories.make(scratch(directory));
        ProcessBuilder builder = new ProcessBuilder(command(directory))
                .directory(scratch(directory).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("APICURIO_"));
        builder.environment().putAll(settings(directory, listen));
        try {
            return new EmbeddedRegistry(
                    builder.start(), "http://%s:%d/apis/ccompat/v7".formatted(Ports.HOST, listen), directory);
        } catch (IOException e) {
            throw new SandboxException("the embedded schema registry cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path directory) {
        return List.of(
                // Ctrl-C reaches every process of the terminal; ignore it until the parent has shut down
                "sh",
                "-c",
                "trap '' INT HUP; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // fast start, small footprint: it answers few requests
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-Djava.io.tmpdir=" + scratch(directory),
                "-cp",
                RegistryHome.runner() + File.pathSeparator + RegistryHome.ownClasses(),
                RegistryProcess.class.getName());
    }

    private static Map<String, String> settings(Path directory, int port) {
        return Map.of(
                "QUARKUS_HTTP_HOST", Ports.HOST,
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
                "QUARKUS_BANNER_ENABLED", "false",
                "APICURIO_STORAGE_KIND", "sql",
                "APICURIO_STORAGE_SQL_KIND", "h2",
                "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + directory.resolve("schemas"),
                "APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1",
                "APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1");
    }

    /**
     * Waits until the registry accepts requests.
     *
     * @throws SandboxException with the registry's last log lines, if it ends or takes too long
     */
    EmbeddedRegistry awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!isReady()) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw failed("ended with exit code " + process.exitValue());
                }
                if (System.nanoTime() > deadline) {
                    throw failed("was not ready within " + START_LIMIT.toSeconds() + " s");
                }
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted while it started");
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(url + "/subjects").toURL().openConnection();
            request.setConnectTimeout((int) STOP_LIMIT.toMillis());
            request.setReadTimeout((int) STOP_LIMIT.toMillis());
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private SandboxException failed(String what) {
        return new SandboxException("the embedded schema registry " + what + "; it logged last:\n" + lastLogLines());
    }

    private String lastLogLines() {
        try {
            List<String> lines = Files.readAllLines(log(directory));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + log(directory) + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** The URL of the Confluent-compatible API. */
    String url() {
        return url;
    }

    /** Completes with the reason if the registry fails. */
    CompletableFuture<SandboxException> failure() {
        return failure;
    }

    /** Ends the process by closing its standard input, so that it closes its database first. */
    @Override
    public void close() {
        closing = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Directories.delete(scratch(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded schema registry cannot be stopped", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path log(Path directory) {
        return directory.resolve("registry.log");
    }

    private static Path scratch(Path directory) {
        return directory.resolve("tmp");
    }
}
