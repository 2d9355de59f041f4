package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What the dashboard counts of itself. */
final class DashboardMetrics {

    private static final String OTHER = "(other)";

    private final MeterRegistry meters;

    DashboardMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** An answered request. */
    void request(Context context, float millis) {
        String path = context.endpoints().lastHttpEndpoint() == null
                ? OTHER
                : context.endpoints().lastHttpEndpoint().path;
        Timer.builder("muster.dashboard.requests")
                .description("Answered requests")
                .tag("route", context.statusCode() == 404 && path.equals("*") ? OTHER : path)
                .tag("status", String.valueOf(context.statusCode()))
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.ofNanos((long) (millis * 1_000_000)));
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("muster.dashboard." + name, value)
                .description(description)
                .register(meters);
    }
}
