package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a service says of itself: its health and its metrics. */
final class ServiceProbe {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on\\s+(http://\\S+/)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final MusterProcess process;
    private final URI address;

    private ServiceProbe(MusterProcess process) {
        this.process = process;
        this.address = URI.create(process.awaitSaid(ADDRESS, LIMIT));
    }

    /**
     * Returns as soon as the process says where it serves.
     *
     * @throws AssertionError with what it said, if it ends before
     */
    static ServiceProbe of(MusterProcess process) {
        try {
            return new ServiceProbe(process);
        } catch (RuntimeException | Error e) {
            String said = process.err();
            process.close();
            throw new AssertionError(process + " did not start: " + said, e);
        }
    }

    URI address() {
        return address;
    }

    void awaitReady() {
        await().alias("ready: " + process)
                .atMost(LIMIT)
                .failFast(() -> !process.isAlive())
                .until(this::isReady);
    }

    boolean isReady() {
        return get("health/ready").statusCode() == 200;
    }

    boolean isLive() {
        return get("health/live").statusCode() == 200;
    }

    String health() {
        return get("health/ready").body();
    }

    /** The sum of the samples of a metric. */
    double metric(String name) {
        return get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
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
