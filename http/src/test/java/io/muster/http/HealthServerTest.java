package io.muster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private Health live = new Health(true, "RUNNING");
    private Health ready = new Health(true, "RUNNING");
    private final HealthServer server = new HealthServer(0, () -> live, () -> ready, meters);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldAnswerOkWhileItLivesAndIsReady() throws IOException, InterruptedException {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("{\"state\":\"RUNNING\"}");
    }

    @Test
    void shouldBeUnavailableAndSayWhyWhileItIsNotReady() throws IOException, InterruptedException {
        ready = new Health(false, "REBALANCING");

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).isEqualTo("{\"state\":\"REBALANCING\"}");

        live = new Health(false, "ERROR");
        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldSayWhatIsInTheWay() throws IOException, InterruptedException {
        ready = new Health(false, "WAITING_FOR_REGISTRY", "the registry answers with a page");

        assertThat(get("/health/ready").body())
                .contains("\"state\":\"WAITING_FOR_REGISTRY\"", "\"problem\":\"the registry answers with a page\"");
    }

    @Test
    void shouldShowMetricsAsPrometheusReadsThem() throws IOException, InterruptedException {
        meters.counter("muster.rejections", "reason", "KEY_MISMATCH").increment();

        HttpResponse<String> response = get("/metrics");

        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(response.body()).contains("muster_rejections_total{reason=\"KEY_MISMATCH\"} 1.0");
    }

    @Test
    void shouldSayWhichPortIsTakenAndWhatToDo() {
        assertThatThrownBy(() -> new HealthServer(server.port(), () -> live, () -> ready, meters))
                .isInstanceOf(PortTakenException.class)
                .hasMessage("Port " + server.port()
                        + " is taken: name another one with --http-port, or 0 for any that is free");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
