package io.muster.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}, which every service has. */
public final class Probes {

    public static final String LIVE = "/health/live";
    public static final String READY = "/health/ready";
    public static final String METRICS = "/metrics";

    /** All of them. Who watches a service asks them every few seconds. */
    public static final Set<String> PATHS = Set.of(LIVE, READY, METRICS);

    private static final int SERVICE_UNAVAILABLE = 503;

    private Probes() {}

    /** Adds their routes. */
    public static void add(
            JavalinConfig config, Supplier<Health> live, Supplier<Health> ready, PrometheusMeterRegistry meters) {
        config.routes.get(LIVE, context -> answer(context, live.get()));
        config.routes.get(READY, context -> answer(context, ready.get()));
        config.routes.get(
                METRICS,
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(meters.scrape()));
    }

    private static void answer(Context context, Health health) {
        String problem = health.problem();
        Reply.json(
                        health.ok() ? 200 : SERVICE_UNAVAILABLE,
                        problem == null
                                ? Map.of("state", health.state())
                                : Map.of("state", health.state(), "problem", problem))
                .to(context);
    }
}
