package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code muster streams}, judging progress by the latest statement, with its health and metrics. */
public final class StreamsInstance implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on (http://\\S+/)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final MusterProcess process;
    private final URI address;

    private StreamsInstance(MusterProcess process) {
        this.process = process;
        this.address = URI.create(process.awaitSaid(ADDRESS, LIMIT));
    }

    /** Returns as soon as it says that it runs; it may still have to restore. */
    public static StreamsInstance start(Launcher launcher, Path stateDir, String... options) throws IOException {
        return start(launcher, "recorded", stateDir, options);
    }

    /** The same, judging progress by the clock on the wall. */
    public static StreamsInstance startLive(Launcher launcher, Path stateDir, String... options) throws IOException {
        return start(launcher, "wall", stateDir, options);
    }

    private static StreamsInstance start(Launcher launcher, String asOf, Path stateDir, String... options)
            throws IOException {
        MusterProcess process = launcher.start(
                Stream.concat(Stream.of("streams", "--as-of=" + asOf, "--state-dir=" + stateDir), Stream.of(options))
                        .toArray(String[]::new));
        try {
            return new StreamsInstance(process);
        } catch (RuntimeException | Error e) {
            String said = process.err();
            process.close();
            throw new AssertionError(process + " did not start: " + said, e);
        }
    }

    /** Waits until it says that it counts. */
    public void awaitReady() {
        await().alias("ready: " + process)
                .atMost(LIMIT)
                .failFast(() -> !process.isAlive())
                .until(this::isReady);
    }

    /** Whether it says that it counts. */
    public boolean isReady() {
        return get("health/ready").statusCode() == 200;
    }

    /** Whether it says that it runs. */
    public boolean isLive() {
        return get("health/live").statusCode() == 200;
    }

    /** What it says of whether it counts. */
    public String health() {
        return get("health/ready").body();
    }

    /** The sum of the samples of a metric. */
    public double metric(String name) {
        return get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    public MusterProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(process + " does not answer: " + process.err(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
