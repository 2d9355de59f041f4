package io.muster.e2e.process;

import io.muster.contract.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The services of docker-compose.yml, under a separate project name and on free ports. */
public final class Compose implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<List<String>> PROGRAMS = List.of(List.of("docker", "compose"), List.of("docker-compose"));

    private final Path folder;
    private final List<String> program;
    private final Map<String, String> environment;
    private final int brokerPort;
    private final int registryPort;
    private final int dashboardPort;

    private Compose(Path folder, List<String> program) throws IOException {
        this.folder = folder;
        this.program = program;
        this.brokerPort = freePort();
        this.registryPort = freePort();
        this.dashboardPort = freePort();
        this.environment = Map.of(
                "COMPOSE_PROJECT_NAME",
                "muster-it-" + ProcessHandle.current().pid(),
                "MUSTER_BROKER_PORT",
                Integer.toString(brokerPort),
                "MUSTER_REGISTRY_PORT",
                Integer.toString(registryPort),
                "MUSTER_GATEWAY_PORT",
                "0",
                "MUSTER_DASHBOARD_PORT",
                Integer.toString(dashboardPort),
                "MUSTER_AS_OF",
                "recorded");
    }

    /**
     * @param folder receives the output of the commands
     * @param images images that must be present or pullable
     * @throws org.opentest4j.TestAbortedException if this machine lacks something; the message names it
     */
    public static Compose find(Path folder, List<String> images) throws IOException, InterruptedException {
        Optional<List<String>> found = Optional.empty();
        for (List<String> program : PROGRAMS) {
            if (found.isEmpty() && succeeds(folder, program, "version")) {
                found = Optional.of(program);
            }
        }
        Assumptions.assumeTrue(found.isPresent(), "needs docker compose or docker-compose, which is missing");
        Compose compose = new Compose(folder, found.orElseThrow());
        List<String> docker = List.of("docker");
        Assumptions.assumeTrue(succeeds(folder, docker, "info"), "needs a running Docker engine");
        for (String image : images) {
            Assumptions.assumeTrue(
                    succeeds(folder, docker, "image", "inspect", image) || succeeds(folder, docker, "pull", image),
                    () -> "needs the image " + image + ", which is missing and cannot be pulled");
        }
        return compose;
    }

    /** Builds the image of the application and starts all services. */
    public void up() throws IOException, InterruptedException {
        succeed(program, "up", "--build", "--detach");
    }

    /** Health of a service: starting, healthy or unhealthy. */
    public String health(String service) throws IOException, InterruptedException {
        String container = succeed(program, "ps", "--quiet", service).strip();
        return succeed(List.of("docker"), "inspect", "--format={{.State.Health.Status}}", container)
                .strip();
    }

    /** The addresses of the broker and the registry as seen from this machine. */
    public Connection connection() {
        return Connection.to("localhost:" + brokerPort, "http://localhost:" + registryPort + "/apis/ccompat/v7");
    }

    /** URL of the dashboard. */
    public URI dashboard() {
        return URI.create("http://localhost:" + dashboardPort + "/");
    }

    /** Removes everything, including data. */
    @Override
    public void close() throws IOException {
        try {
            succeed(program, "down", "--volumes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: containers may be left", e);
        }
    }

    private String succeed(List<String> program, String... arguments) throws IOException, InterruptedException {
        Ended ended = run(folder, environment, program, arguments);
        if (ended.exitCode() != 0) {
            throw new AssertionError(program + String.join(" ", arguments) + " failed: " + ended.output());
        }
        return ended.output();
    }

    private static boolean succeeds(Path folder, List<String> program, String... arguments)
            throws IOException, InterruptedException {
        try {
            return run(folder, Map.of(), program, arguments).exitCode() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Ended run(Path folder, Map<String, String> environment, List<String> program, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "docker-", ".out");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(program.stream(), Stream.of(arguments)).toList())
                .directory(REPOSITORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("MUSTER_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(builder.command() + " did not end within " + LIMIT);
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Ended(int exitCode, String output) {}
}
