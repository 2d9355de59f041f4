package io.muster.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.http.RequestTimes;
import java.util.function.Supplier;

/** Metrics of the gateway; the names are documented in docs/gateway.md. */
public final class GatewayMetrics {

    private final MeterRegistry meters;
    private final RequestTimes requests;
    private final Counter accepted;
    private final Counter refused;
    private final Counter unacknowledged;

    public GatewayMetrics(MeterRegistry meters) {
        this.meters = meters;
        requests = new RequestTimes(meters, "muster.gateway.requests");
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

    void records(RecordOutcomes outcomes) {
        accepted.increment(outcomes.accepted());
        refused.increment(outcomes.refused().size());
        unacknowledged.increment(outcomes.unacknowledged().size());
    }

    void request(String route, int status, float millis) {
        requests.record(route, status, millis);
    }

    /** @param name without the prefix {@code muster.gateway.} */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("muster.gateway." + name, value).description(description).register(meters);
    }
}
