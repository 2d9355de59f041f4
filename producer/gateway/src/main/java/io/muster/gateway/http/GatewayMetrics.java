package io.muster.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Meters of what the gateway does; their names are documented in docs/gateway.md. */
public final class GatewayMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter refused;
    private final Counter unacknowledged;

    public GatewayMetrics(MeterRegistry meters) {
        this.meters = meters;
        accepted = outcome("accepted");
        refused = outcome("refused");
        unacknowledged = outcome("unacknowledged");
    }

    private Counter outcome(String outcome) {
        return Counter.builder("muster.gateway.records")
                .description("Records of requests that were read, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    void records(Verdict verdict) {
        accepted.increment(verdict.accepted());
        refused.increment(verdict.refused().size());
        unacknowledged.increment(verdict.unacknowledged().size());
    }

    void request(String route, int status, float millis) {
        Timer.builder("muster.gateway.requests")
                .description("Requests that were answered, and how long that took")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(Duration.ofNanos((long) (millis * 1e6)));
    }

    /** @param name behind {@code muster.gateway.} */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("muster.gateway." + name, value).description(description).register(meters);
    }
}
