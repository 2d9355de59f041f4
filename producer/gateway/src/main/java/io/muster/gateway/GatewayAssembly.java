package io.muster.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.gateway.auth.ApiKeys;
import io.muster.gateway.auth.AreaLocations;
import io.muster.gateway.body.MemoryBudget;
import io.muster.gateway.body.RecordReader;
import io.muster.gateway.http.EnrollmentsHandler;
import io.muster.gateway.http.GatewayMetrics;
import io.muster.gateway.http.GatewayServer;
import io.muster.gateway.send.StatementSender;
import io.muster.http.Health;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Assembles a gateway, independent of where it sends statements. */
final class GatewayAssembly {

    private GatewayAssembly() {}

    /** Starts the server. */
    static GatewayServer serve(
            GatewaySettings settings,
            ApiKeys keys,
            AreaLocations areas,
            StatementSender sender,
            Supplier<Health> ready,
            InstantSource clock,
            Loops loops,
            PrometheusMeterRegistry meters) {
        GatewayLimits limits = settings.limits();
        GatewayMetrics metrics = new GatewayMetrics(meters);
        MemoryBudget memory = new MemoryBudget(limits.heldBytes());
        metrics.gauge("held.bytes", "Bytes of requests under way", memory::held);
        metrics.gauge("unacknowledged", "Statements waiting for the broker", sender::unacknowledged);
        metrics.gauge("keys", "Valid API keys", keys::size);
        metrics.gauge(
                "keys.file.read",
                "1 while the API keys are those in their file, 0 while it is gone or cannot be read",
                () -> keys.isFileRead() ? 1 : 0);
        EnrollmentsHandler enrollments = new EnrollmentsHandler(
                keys,
                areas,
                limits.perSecond(),
                limits.body(),
                memory,
                new RecordReader(limits.body(), settings.participantKey(), settings.numericRefs(), clock),
                sender,
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
