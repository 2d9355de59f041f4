package io.muster.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.gateway.area.AreaLocations;
import io.muster.gateway.auth.KeyRing;
import io.muster.gateway.body.Budget;
import io.muster.gateway.body.RecordReader;
import io.muster.gateway.http.EnrollmentsHandler;
import io.muster.gateway.http.GatewayMetrics;
import io.muster.gateway.http.GatewayServer;
import io.muster.gateway.send.Outbox;
import io.muster.http.Health;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Puts a gateway together, wherever its statements go. */
final class Wiring {

    private Wiring() {}

    /** Starts to serve. */
    static GatewayServer serve(
            GatewaySettings settings,
            KeyRing keys,
            AreaLocations areas,
            Outbox outbox,
            Supplier<Health> ready,
            InstantSource clock,
            Loops loops,
            PrometheusMeterRegistry meters) {
        GatewayLimits limits = settings.limits();
        GatewayMetrics metrics = new GatewayMetrics(meters);
        Budget budget = new Budget(limits.heldBytes());
        metrics.gauge("held.bytes", "Bytes of requests under way", budget::held);
        metrics.gauge("unacknowledged", "Statements that wait for the broker", outbox::unacknowledged);
        metrics.gauge("keys", "API keys that are let in", keys::size);
        metrics.gauge(
                "keys.file.read",
                "1 while the API keys are those in their file, 0 while it is gone or cannot be read",
                () -> keys.isFileRead() ? 1 : 0);
        EnrollmentsHandler enrollments = new EnrollmentsHandler(
                keys,
                areas,
                limits.perSecond(),
                limits.body(),
                budget,
                new RecordReader(limits.body(), settings.participantKey(), settings.numericRefs(), clock),
                outbox,
                metrics);
        return new GatewayServer(
                settings.server(), longestRequest(settings), enrollments, ready, loops, meters, metrics);
    }

    private static Duration longestRequest(GatewaySettings settings) {
        Duration body = settings.limits().body().within();
        Duration answer = settings.to().patience();
        return body.compareTo(answer) > 0 ? body : answer;
    }
}
