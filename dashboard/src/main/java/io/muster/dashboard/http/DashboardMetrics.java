package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.http.RequestTimes;
import java.util.function.Supplier;

/** What the dashboard counts of itself. */
final class DashboardMetrics {

    private static final String OTHER = "(other)";

    private final MeterRegistry meters;
    private final RequestTimes requests;

    DashboardMetrics(MeterRegistry meters) {
        this.meters = meters;
        requests = new RequestTimes(meters, "muster.dashboard.requests");
    }

    /** An answered request. */
    void request(Context context, float millis) {
        String path = context.endpoints().lastHttpEndpoint() == null
                ? OTHER
                : context.endpoints().lastHttpEndpoint().path;
        requests.record(context.statusCode() == 404 && path.equals("*") ? OTHER : path, context.statusCode(), millis);
    }

    /** Has the same name in all services. */
    void registryWaiting(Supplier<Number> threads) {
        Gauge.builder("muster.registry.waiting", threads)
                .description("Threads that wait for the schema registry")
                .register(meters);
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("muster.dashboard." + name, value)
                .description(description)
                .register(meters);
    }
}
