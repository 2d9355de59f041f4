package io.muster.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * How many requests were answered, and how long that took, by route and status.
 *
 * @param meter its name
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
     * A request was answered.
     *
     * @param route one of a few: not a path that anybody can make up
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
