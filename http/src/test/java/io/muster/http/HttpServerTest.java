package io.muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

    private static final List<String> OF_EACH_ANSWER = List.of("date");

    private final HttpServer server = new HttpServer(
            "test",
            new ServerSettings(Optional.of("127.0.0.1"), 0, Optional.empty(), 100, Duration.ofSeconds(1)),
            Duration.ofSeconds(5),
            config -> {
                config.routes.get(
                        "/here", context -> context.header("ETag", "\"1\"").result("here"));
                config.routes.get("/long", context -> context.result("long ".repeat(10_000)));
                config.routes.get("/known", context -> context.status(304).header("ETag", "\"1\""));
                config.routes.get(
                        "/away",
                        context -> Reply.problem(503, "away")
                                .with("Retry-After", "1")
                                .to(context));
                config.routes.get(
                        "/later",
                        context -> context.future(
                                () -> CompletableFuture.completedFuture("later").thenAccept(context::result)));
                config.routes.get("/broken", context -> {
                    throw new IllegalStateException("broken");
                });
                config.routes.get("/things/{thing}", context -> context.result(context.pathParam("thing")));
                config.routes.post("/things/{thing}", context -> context.status(202));
                config.routes.post("/letters", context -> context.status(202));
            });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/here", "/long", "/known", "/away", "/later", "/broken", "/things/1", "/nowhere", "/letters"})
    void shouldAnswerHeadAsGetWithoutABody(String path) throws Exception {
        for (String encoding : List.of("identity", "gzip")) {
            HttpResponse<byte[]> get =
                    send(request(path).header("Accept-Encoding", encoding).GET());
            HttpResponse<byte[]> head =
                    send(request(path).header("Accept-Encoding", encoding).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(headers(head)).isEqualTo(headers(get));
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; /here; GET, HEAD",
                "PUT; /here/; GET, HEAD",
                "OPTIONS; /here; GET, HEAD",
                "DELETE; /things/1; GET, HEAD, POST",
                "GET; /letters; POST",
                "HEAD; /letters; POST",
                "OPTIONS; /letters; POST",
                "BREW; /letters; POST",
                "TRACE; /here; GET, HEAD"
            })
    void shouldReportTheMethodsThatAPathAllows(String method, String path, String allowed) throws Exception {
        HttpResponse<byte[]> answer = send(request(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "OPTIONS", "DELETE", "BREW"})
    void shouldAnswerNotFoundForEveryMethod(String method) throws Exception {
        assertThat(send(request("/nowhere").method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldKeepTheConnectionOpenAfterHead() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(
                                    request("/away")
                                            .method("HEAD", BodyPublishers.noBody())
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(503);
            assertThat(client.send(request("/here").GET().build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("here");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        OF_EACH_ANSWER.forEach(headers::remove);
        return headers;
    }
}
