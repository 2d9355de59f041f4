package io.muster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.http.loop.Loops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbesTest {

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Loops loops = new Loops();
    private Health live = new Health(true, "RUNNING");
    private Health ready = new Health(true, "RUNNING");
    private final HttpServer server = HttpServer.forProbes(0, loops, () -> live, () -> ready, meters);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldAnswerOkWhileLiveAndReady() throws IOException, InterruptedException {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("{\"state\":\"RUNNING\"}");
    }

    @Test
    void shouldReportTheStateWhileNotReady() throws IOException, InterruptedException {
        ready = new Health(false, "REBALANCING");

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).isEqualTo("{\"state\":\"REBALANCING\"}");

        live = new Health(false, "ERROR");
        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldNotBeReadyWhileAThreadFails() throws IOException, InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch mended = new CountDownLatch(1);
        loops.start("areas", loop -> {
            if (first.getCount() > 0) {
                first.countDown();
                throw new IllegalStateException("no partition");
            }
            again.countDown();
            mended.await();
        });
        again.await();

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body())
                .isEqualTo("{\"state\":\"FAILING\",\"problem\":\"the thread areas failed and will retry:"
                        + " java.lang.IllegalStateException: no partition\"}");
        assertThat(get("/metrics").body()).contains("muster_threads_failing 1.0");
        mended.countDown();
    }

    @Test
    void shouldNameTheThreadThatDied() throws IOException, InterruptedException {
        loops.start("areas", loop -> {
            throw new NoSuchMethodError("put");
        });
        loops.awaitDeath();

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body())
                .isEqualTo(
                        "{\"state\":\"DIED\",\"problem\":\"the thread areas died: java.lang.NoSuchMethodError: put\"}");
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldAnswerHeadAsGet() throws IOException, InterruptedException {
        assertThat(send("HEAD", "/health/ready").statusCode()).isEqualTo(200);
        ready = new Health(false, "REBALANCING");
        live = new Health(false, "ERROR");

        assertThat(send("HEAD", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(send("HEAD", "/health/live").statusCode()).isEqualTo(503);
        assertThat(send("HEAD", "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldReportTheAllowedMethods() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", "/health/ready");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(send("POST", "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldReportTheProblem() throws IOException, InterruptedException {
        ready = new Health(false, "WAITING_FOR_REGISTRY", "the registry answers with a page");

        assertThat(get("/health/ready").body())
                .contains("\"state\":\"WAITING_FOR_REGISTRY\"", "\"problem\":\"the registry answers with a page\"");
    }

    @Test
    void shouldServeMetricsInPrometheusFormat() throws IOException, InterruptedException {
        meters.counter("muster.rejections", "reason", "KEY_MISMATCH").increment();

        HttpResponse<String> response = get("/metrics");

        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(response.body()).contains("muster_rejections_total{reason=\"KEY_MISMATCH\"} 1.0");
    }

    @Test
    void shouldReportATakenPortAndTheRemedy() {
        assertThatThrownBy(() -> HttpServer.forProbes(server.port(), loops, () -> live, () -> ready, meters))
                .isInstanceOf(PortTakenException.class)
                .hasMessage("Port " + server.port()
                        + " is taken: name another one with --http-port, or 0 for any that is free");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }
}
