package io.muster.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Counts and times requests by route and status.
 *
 * @param meter the name of the timer
 */
public record RequestTimes(MeterRegistry meters, String meter) {

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

    private static final double NANOS = 1e6;

    /**
     * Records a completed request.
     *
     * @param route a route pattern, never the path of a request, which would make the number of series unbounded
     */
    public void record(String route, int status, float millis) {
        Timer.builder(meter)
                .description("Requests that were answered, and how long that took")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(Duration.ofNanos((long) (millis * NANOS)));
    }
}
