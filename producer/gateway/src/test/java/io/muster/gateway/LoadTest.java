package io.muster.gateway;

import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.domain.statement.Statement;
import io.muster.http.Health;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Overload of the gateway or the broker. */
class LoadTest {

    private static final String LINES = "application/x-ndjson";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void shouldLimitTheRateOfAKeyWithRetryAfter() throws Exception {
        GatewayLimits fewer = new GatewayLimits(RunningGateway.BODY, 1 << 20, 1_000, 1);
        try (RunningGateway gateway = RunningGateway.start(fewer)) {
            assertThat(gateway.send(gateway.post(gateway.key(), LINES, statements(100)))
                            .statusCode())
                    .isEqualTo(202);

            HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), LINES, statements(5)));

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(retryAfter(answer)).isBetween(1, 10);
            assertThat(gateway.topic()).hasSize(100);
        }
    }

    @Test
    void shouldReportUnacknowledgedStatements() throws Exception {
        try (RunningGateway gateway = RunningGateway.start()) {
            gateway.publishTo(sent ->
                    sent.participantRef().value().equals("p2") ? new CompletableFuture<>() : gateway.acknowledge(sent));

            HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), LINES, statements(3) + "\n7"));

            JsonNode problem = Json.read(answer);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(retryAfter(answer)).isPositive();
            assertThat(problem.get("accepted").asInt()).isEqualTo(2);
            assertThat(problem.get("unacknowledged"))
                    .singleElement()
                    .satisfies(index -> assertThat(index.asInt()).isEqualTo(2));
            assertThat(problem.at("/refused/0/index").asInt()).isEqualTo(3);
        }
    }

    @Test
    void shouldStopSendingARequestWhenTheBrokerFails() throws Exception {
        try (RunningGateway gateway = RunningGateway.start()) {
            List<Statement> tried = new ArrayList<>();
            gateway.publishTo(sent -> {
                tried.add(sent);
                return CompletableFuture.failedFuture(new IllegalStateException("the broker is gone"));
            });

            HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), LINES, statements(50)));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Json.read(answer).get("unacknowledged")).hasSize(50);
            assertThat(tried).hasSize(1);
        }
    }

    @Test
    void shouldRejectRequestsAboveTheUnacknowledgedLimit() throws Exception {
        GatewayLimits fewer = new GatewayLimits(RunningGateway.BODY, 1 << 20, 100, 10_000);
        try (RunningGateway gateway = RunningGateway.start(fewer)) {
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();
            gateway.publishTo(sent -> acknowledged);
            var waiting = gateway.sendAsync(gateway.post(gateway.key(), LINES, statements(100)));
            await().atMost(LIMIT).until(() -> unacknowledged(gateway) == 100);

            HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), LINES, statements(1)));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(retryAfter(answer)).isPositive();
            acknowledged.complete(null);
            assertThat(waiting.get().statusCode()).isEqualTo(202);
            assertThat(gateway.send(gateway.post(gateway.key(), LINES, statements(1)))
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void shouldRejectRequestsAboveTheMemoryBudget() throws Exception {
        GatewayLimits fewer = new GatewayLimits(RunningGateway.BODY, 128 * 1024, 1_000, 10_000);
        try (RunningGateway gateway = RunningGateway.start(fewer)) {
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();
            gateway.publishTo(sent -> acknowledged);
            String padded = statement("p1") + "\n" + " ".repeat(50_000);
            var one = gateway.sendAsync(gateway.post(gateway.key(), LINES, padded));
            var two = gateway.sendAsync(gateway.post(gateway.key(), LINES, padded));
            await().atMost(LIMIT).until(() -> unacknowledged(gateway) == 2);

            assertThat(gateway.send(gateway.post(gateway.key(), LINES, padded)).statusCode())
                    .isEqualTo(503);
            acknowledged.complete(null);
            assertThat(List.of(one.get().statusCode(), two.get().statusCode())).containsOnly(202);
            assertThat(metric(gateway, "muster_gateway_held_bytes")).isZero();
        }
    }

    @Test
    void shouldCompleteRequestsInFlightBeforeItStops() throws Exception {
        RunningGateway gateway = RunningGateway.start();
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        gateway.publishTo(sent -> acknowledged.thenCompose(done -> gateway.acknowledge(sent)));
        var waiting = gateway.sendAsync(gateway.post(gateway.key(), LINES, statements(3)));
        await().atMost(LIMIT).until(() -> unacknowledged(gateway) == 3);

        int port = gateway.port();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
        await().atMost(LIMIT).until(() -> !Sockets.isTaken(port));
        assertThat(stopped).isNotDone();
        acknowledged.complete(null);

        assertThat(waiting.get().statusCode()).isEqualTo(202);
        stopped.join();
        assertThat(gateway.topic()).hasSize(3);
    }

    @Test
    void shouldReportItsStateToProbes() throws Exception {
        try (RunningGateway gateway = RunningGateway.start()) {
            assertThat(gateway.send(gateway.request("/health/ready")).body()).isEqualTo("{\"state\":\"READY\"}");

            gateway.become(new Health(false, "WAITING_FOR_BROKER"));

            HttpResponse<String> ready = gateway.send(gateway.request("/health/ready"));
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("WAITING_FOR_BROKER");
            assertThat(gateway.send(gateway.request("/health/live")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldMeterRequestsAndRecords() throws Exception {
        try (RunningGateway gateway = RunningGateway.start()) {
            gateway.send(gateway.post(gateway.key(), LINES, statements(3) + "\n7"));
            gateway.send(gateway.post("wrong", LINES, statements(3)));

            await().atMost(LIMIT).until(() -> metric(gateway, "muster_gateway_requests_seconds_count") >= 2);
            assertThat(metric(gateway, "muster_gateway_records_total{outcome=\"accepted\"}"))
                    .isEqualTo(3);
            assertThat(metric(gateway, "muster_gateway_records_total{outcome=\"refused\"}"))
                    .isEqualTo(1);
            assertThat(metric(
                            gateway, "muster_gateway_requests_seconds_count{route=\"/v1/enrollments\",status=\"401\"}"))
                    .isEqualTo(1);
        }
    }

    private static String statements(int count) {
        return IntStream.range(0, count).mapToObj(n -> statement("p" + n)).collect(Collectors.joining("\n"));
    }

    private static int retryAfter(HttpResponse<String> answer) {
        return Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0"));
    }

    private static double unacknowledged(RunningGateway gateway) throws Exception {
        return metric(gateway, "muster_gateway_unacknowledged");
    }

    private static double metric(RunningGateway gateway, String sample) throws Exception {
        return gateway.send(gateway.request("/metrics"))
                .body()
                .lines()
                .filter(line ->
                        line.startsWith(sample + (sample.endsWith("}") ? "" : " ")) || line.startsWith(sample + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
