package io.muster.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.http.loop.Loops;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes {@code /health/live}, {@code /health/ready} and {@code /metrics} of every service. */
public final class Probes {

    public static final String LIVE = "/health/live";
    public static final String READY = "/health/ready";
    public static final String METRICS = "/metrics";

    /** All of them. Monitoring calls them every few seconds. */
    public static final Set<String> PATHS = Set.of(LIVE, READY, METRICS);

    /** Those that need no authentication and are answered at once. */
    public static final Set<String> OPEN = Set.of(LIVE, READY);

    private static final int SERVICE_UNAVAILABLE = 503;

    private Probes() {}

    private record Answer(String state, @Nullable String problem) {}

    /**
     * Adds the routes. A dead or failing thread overrides the state that the service reports.
     *
     * @param loops the service's background threads
     */
    public static void add(
            JavalinConfig config,
            Loops loops,
            Supplier<Health> live,
            Supplier<Health> ready,
            PrometheusMeterRegistry meters) {
        Gauge.builder("muster.threads.failing", loops, Loops::failures)
                .description("Background threads that failed, and try again")
                .register(meters);
        config.routes.get(LIVE, context -> answer(context, dead(loops).orElseGet(live)));
        config.routes.get(
                READY,
                context -> answer(context, dead(loops).or(() -> failing(loops)).orElseGet(ready)));
        config.routes.get(
                METRICS,
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(meters.scrape()));
    }

    private static Optional<Health> dead(Loops loops) {
        return loops.death().map(trouble -> new Health(false, "DIED", trouble.ofDeath()));
    }

    private static Optional<Health> failing(Loops loops) {
        return loops.failing().map(trouble -> new Health(false, "FAILING", trouble.ofFailure()));
    }

    private static void answer(Context context, Health health) {
        Reply.json(health.ok() ? 200 : SERVICE_UNAVAILABLE, new Answer(health.state(), health.problem()))
                .to(context);
    }
}
