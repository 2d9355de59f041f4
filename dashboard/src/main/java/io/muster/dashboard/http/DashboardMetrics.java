package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.domain.tally.CountingState;
import io.muster.http.RequestTimes;
import java.util.function.Supplier;

/** The metrics of the dashboard. */
final class DashboardMetrics {

    private static final String OTHER = "(other)";

    private final MeterRegistry meters;
    private final RequestTimes requests;

    DashboardMetrics(MeterRegistry meters) {
        this.meters = meters;
        requests = new RequestTimes(meters, "muster.dashboard.requests");
    }

    /** Records a completed request. */
    void request(Context context, float millis) {
        String path = context.endpoints().lastHttpEndpoint() == null
                ? OTHER
                : context.endpoints().lastHttpEndpoint().path;
        requests.record(context.statusCode() == 404 && path.equals("*") ? OTHER : path, context.statusCode(), millis);
    }

    /** Registers the state of the streams application: one gauge per state, of which exactly one is 1. */
    void counting(Supplier<CountingState> counting) {
        for (CountingState.Name name : CountingState.Name.values()) {
            Gauge.builder("muster.counting.state", () -> counting.get().name() == name ? 1 : 0)
                    .description("1 for the current state of the streams application, by its heartbeats")
                    .tag("state", name.name())
                    .register(meters);
        }
        Gauge.builder(
                        "muster.counting.behind.records",
                        () -> counting.get() instanceof CountingState.Behind behind ? behind.records() : 0)
                .description("Lag of the streams application in records, if it is behind")
                .register(meters);
    }

    /** Counts a request without valid credentials. */
    void refused(int status) {
        Counter.builder("muster.dashboard.refusals")
                .description("Requests without valid credentials, by status")
                .tag("status", Integer.toString(status))
                .register(meters)
                .increment();
    }

    /** Registers a gauge that has the same name in all services. */
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
