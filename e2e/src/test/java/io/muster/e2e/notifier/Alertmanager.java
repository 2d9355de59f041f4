package io.muster.e2e.notifier;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Debian's Prometheus Alertmanager on a free port. It forwards all alerts to one webhook without delay. */
final class Alertmanager implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Alertmanager(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts Alertmanager and waits until it is ready.
     *
     * @throws org.opentest4j.TestAbortedException if it is not installed and {@code CI} is not {@code true}
     */
    static Alertmanager start(Path folder, String webhook) throws IOException {
        boolean installed = Files.isExecutable(PROGRAM);
        if ("true".equals(System.getenv("CI")) && !installed) {
            throw new AssertionError("needs Debian's package prometheus-alertmanager, which .ci/run installs");
        }
        Assumptions.assumeTrue(installed, "needs Debian's package prometheus-alertmanager, which is not installed");
        Path config = Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: hook
                  group_by: [campaign]
                  group_wait: 100ms
                  group_interval: 1s
                  repeat_interval: 1h
                receivers:
                  - name: hook
                    webhook_configs:
                      - url: %s
                        send_resolved: true
                """.formatted(webhook));
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        PROGRAM.toString(),
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        Alertmanager alertmanager = new Alertmanager(process, URI.create("http://127.0.0.1:" + port));
        await().alias("Alertmanager is ready")
                .atMost(LIMIT)
                .failFast(() -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> alertmanager.get("/-/ready").equals("OK"));
        return alertmanager;
    }

    String url() {
        return address.toString();
    }

    /** The alerts that Alertmanager considers active. */
    List<JsonNode> active() throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(get("/api/v2/alerts?active=true"))
                .valueStream()
                .toList();
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                .body()
                .strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
