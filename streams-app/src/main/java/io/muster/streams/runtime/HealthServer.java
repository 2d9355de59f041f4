package io.muster.streams.runtime;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.Supplier;

/** Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class HealthServer implements AutoCloseable {

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Javalin server;

    /** What a probe is told. */
    public record Health(boolean ok, String state) {}

    /**
     * @param port 0 takes a free one
     * @throws StartException if the port is taken
     */
    public HealthServer(int port, Supplier<Health> live, Supplier<Health> ready, PrometheusMeterRegistry meters) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/health/live", context -> answer(context, live.get()));
            config.routes.get("/health/ready", context -> answer(context, ready.get()));
            config.routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(meters.scrape()));
        });
        try {
            server.start(port);
        } catch (JavalinBindException e) {
            throw new StartException(
                    "Port " + port + " of health and metrics is taken: name another one with --http-port, or 0 for any"
                            + " that is free",
                    e);
        }
    }

    private static void answer(Context context, Health health) {
        context.status(health.ok() ? 200 : SERVICE_UNAVAILABLE).json(Map.of("state", health.state()));
    }

    /** The port it serves on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
