package io.muster.gateway.http;

import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.gateway.body.RefusedException;
import io.muster.http.Health;
import io.muster.http.HttpServer;
import io.muster.http.OpenApi;
import io.muster.http.Probes;
import io.muster.http.ServerSettings;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The HTTP server of the gateway. */
public final class GatewayServer implements AutoCloseable {

    /** The path of every route. */
    static final Set<String> PATHS =
            Set.of("/v1/enrollments", "/openapi.yaml", "/openapi.json", "/health/live", "/health/ready", "/metrics");

    private final HttpServer server;

    /**
     * Starts the server.
     *
     * @param longestRequest timeout for receiving or answering a request
     * @param loops the threads of the service
     * @throws io.muster.http.PortTakenException if the port is in use
     * @throws io.muster.http.TlsException if certificate or key cannot be used
     */
    public GatewayServer(
            ServerSettings settings,
            Duration longestRequest,
            EnrollmentsHandler enrollments,
            Supplier<Health> ready,
            Loops loops,
            PrometheusMeterRegistry meters,
            GatewayMetrics metrics) {
        server = new HttpServer("gateway", settings, longestRequest, config -> {
            new OpenApi(GatewayServer.class).add(config);
            Probes.add(config, loops, () -> new Health(true, ready.get().state()), ready, meters);
            failures(config);
            config.requestLogger.http((context, millis) -> {
                String route = AccessLog.route(context);
                AccessLog.write(context, route, millis);
                metrics.request(route, context.statusCode(), millis);
            });
            config.routes.post("/v1/enrollments", context -> enrollments.handle(context, work()));
        });
        metrics.gauge("requests.in.flight", "Requests under way", server::requestsUnderWay);
        server.start();
        metrics.gauge("connections", "Open connections", server::connections);
    }

    private Executor work() {
        return server.work();
    }

    private static void failures(JavalinConfig config) {
        config.routes.exception(
                RefusedException.class, (e, context) -> ErrorResponses.reply(e).to(context));
        config.routes.exception(
                Exception.class, (e, context) -> ErrorResponses.reply(e).to(context));
    }

    /** The port of the server. */
    public int port() {
        return server.port();
    }

    /** Accepts no more connections, completes requests in flight, and stops. */
    @Override
    public void close() {
        server.close();
    }
}
