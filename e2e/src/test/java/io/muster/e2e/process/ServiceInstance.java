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

/** A Muster service in its own process, with its health and metrics endpoints. */
abstract class ServiceInstance implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on\\s+(http://\\S+/)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final MusterProcess process;
    private final URI address;

    /**
     * Waits until the process prints its address.
     *
     * @throws AssertionError with its output, if it ends before
     */
    ServiceInstance(MusterProcess process) {
        this.process = process;
        try {
            this.address = URI.create(process.awaitSaid(ADDRESS, LIMIT));
        } catch (RuntimeException | Error e) {
            String said = process.err();
            process.close();
            throw new AssertionError(process + " did not start: " + said, e);
        }
    }

    final URI address() {
        return address;
    }

    /** Waits until it is ready. */
    public final void awaitReady() {
        await().alias("ready: " + process)
                .atMost(LIMIT)
                .failFast(() -> !process.isAlive())
                .until(this::isReady);
    }

    /** Whether it is ready. */
    public final boolean isReady() {
        return get("health/ready").statusCode() == 200;
    }

    /** Whether it is live. */
    public final boolean isLive() {
        return get("health/live").statusCode() == 200;
    }

    /** The response of its readiness check. */
    public final String health() {
        return get("health/ready").body();
    }

    /** The sum of the samples of a metric. */
    public final double metric(String name) {
        return get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    public final MusterProcess process() {
        return process;
    }

    @Override
    public final void close() {
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
