package io.muster.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.muster.notifier.Message;
import io.muster.notifier.channel.DeliveryFailedException.Reason;
import io.muster.report.fixture.GoldenFile;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpChannelTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Request(String path, String key, String authorization, String body) {}

    private final List<Request> requests = new ArrayList<>();
    private int status = 200;
    private String retryAfter = "";
    private HttpServer server;

    HttpChannelTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldPostInAlertmanagersWebhookFormat() throws Exception {
        Message message = SampleMessages.sample(Language.EN);

        new WebhookChannel(post(new Credentials.None())).deliver(message);

        Request request = requests.get(0);
        assertThat(request.key()).isEqualTo(message.key());
        GoldenFile.assertSame(
                "notifier", "webhook.json", JSON.readTree(request.body()).toPrettyString() + "\n");
    }

    @Test
    void shouldSendAlertmanagerAnEndInTheNearFuture() throws Exception {
        new AlertmanagerChannel(post(new Credentials.None()), Duration.ofMinutes(1))
                .deliver(SampleMessages.sample(Language.EN));

        var alert = JSON.readTree(requests.get(0).body()).get(0);
        assertThat(alert.get("startsAt").asText()).isEqualTo("2023-05-11T17:00:00Z");
        assertThat(alert.get("endsAt").asText()).isEqualTo("2023-05-18T10:04:00Z");
    }

    @Test
    void shouldAuthenticateWithATokenOrAUserAndPassword() throws Exception {
        new WebhookChannel(post(new Credentials.Bearer(() -> "t0ken"))).deliver(SampleMessages.sample(Language.EN));
        new WebhookChannel(post(new Credentials.Login("me", () -> "secret")))
                .deliver(SampleMessages.sample(Language.EN));

        assertThat(requests).extracting(Request::authorization).containsExactly("Bearer t0ken", "Basic bWU6c2VjcmV0");
    }

    @Test
    void shouldReportStatusBodyAndRetryAfter() {
        status = 503;
        retryAfter = "120";

        DeliveryFailedException refused = failure();

        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(refused).hasMessageContaining("503").hasMessageContaining("not now");
    }

    @Test
    void shouldTreatARedirectAsRefusal() {
        status = 302;

        assertThat(failure()).hasMessageContaining("302");
    }

    @Test
    void shouldParseBothFormsOfRetryAfter() {
        assertThat(HttpPost.retryAfter("7", SampleMessages.NOW)).isEqualTo(Duration.ofSeconds(7));
        assertThat(HttpPost.retryAfter("Thu, 18 May 2023 10:01:00 GMT", SampleMessages.NOW))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(HttpPost.retryAfter("Thu, 18 May 2023 09:00:00 GMT", SampleMessages.NOW))
                .isEqualTo(Duration.ZERO);
        assertThat(HttpPost.retryAfter("soon", SampleMessages.NOW)).isNull();
    }

    @Test
    void shouldReportAnUnreachableServer() {
        server.stop(0);

        assertThat(failure().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    private DeliveryFailedException failure() {
        return catchThrowableOfType(
                DeliveryFailedException.class,
                () -> new WebhookChannel(post(new Credentials.None())).deliver(SampleMessages.sample(Language.EN)));
    }

    private HttpPost post(Credentials credentials) {
        return new HttpPost(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"),
                credentials,
                Duration.ofSeconds(5));
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        requests.add(new Request(
                exchange.getRequestURI().getPath(),
                String.valueOf(headers.getFirst("Idempotency-Key")),
                String.valueOf(headers.getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        byte[] response = "not now".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, response.length);
        exchange.getResponseBody().write(response);
        exchange.close();
    }
}
