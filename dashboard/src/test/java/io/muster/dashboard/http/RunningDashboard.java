package io.muster.dashboard.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.board.LiveBoard;
import io.muster.dashboard.access.Access;
import io.muster.http.ServerSettings;
import io.muster.http.loop.Loops;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A dashboard on a free loopback port. */
public final class RunningDashboard implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Loops loops = new Loops();
    private final DashboardServer server;

    public RunningDashboard(LiveBoard board) {
        this(board, Access.OPEN, Set.of(), 100);
    }

    public RunningDashboard(LiveBoard board, Access access, Set<String> origins, int maxStreams) {
        server = new DashboardServer(
                board,
                new ServerSettings(Optional.of("127.0.0.1"), 0, Optional.empty(), 1_000, Duration.ofSeconds(2)),
                access,
                origins,
                maxStreams,
                InstantSource.system(),
                loops,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public int port() {
        return server.port();
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    /** Ends one background thread with an unexpected error, so that the liveness probe fails. */
    public void loseAThread() throws InterruptedException {
        loops.start("lost", loop -> {
            throw new NoSuchMethodError("on purpose");
        });
        loops.awaitDeath();
    }

    @Override
    public void close() {
        server.close();
    }
}
