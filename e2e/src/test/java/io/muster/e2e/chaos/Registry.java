package io.muster.e2e.chaos;

import static org.awaitility.Awaitility.await;

import io.muster.e2e.process.Distribution;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distribution's registry in a child process. Restarts keep its schemas. */
final class Registry implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ANSWER_MILLIS = 2_000;

    private final int port = BrokerSettings.freePorts(1).get(0);
    private final ServerProcess process;

    /** @param folder directory for its data and log */
    Registry(Path folder) throws IOException {
        process = new ServerProcess(
                List.of("-Xmx160m", "-jar", runner().toString()),
                Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "APICURIO_STORAGE_KIND", "sql",
                        "APICURIO_STORAGE_SQL_KIND", "h2",
                        "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("schemas")),
                folder.resolve("registry.log"));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Starts or restarts it and waits until it is ready. */
    void start() throws IOException {
        process.start();
        await().alias(process.toString()).atMost(LIMIT).until(this::serves);
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    private boolean serves() {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(url() + "/subjects").toURL().openConnection();
            request.setConnectTimeout(ANSWER_MILLIS);
            request.setReadTimeout(ANSWER_MILLIS);
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(Distribution.home().resolve("registry"))) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
