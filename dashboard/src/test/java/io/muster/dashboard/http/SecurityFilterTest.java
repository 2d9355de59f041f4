package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.muster.board.RecordedBoard;
import io.muster.dashboard.access.Access;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityFilterTest {

    private static final String HASH = BCrypt.withDefaults().hashToString(4, "mật khẩu".toCharArray());
    private static final String ORIGIN = "https://portal.example.org";

    private final RunningDashboard dashboard = new RunningDashboard(
            RecordedBoard.withSomePeople(),
            new Access(Map.of("an", HASH), Set.of("token-1"), Set.of()),
            Set.of(ORIGIN),
            10);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/campaigns", "/api/stream?campaign=drive", "/metrics", "/openapi.json"})
    void shouldRejectMissingCredentials(String path) throws Exception {
        HttpResponse<String> answer = dashboard.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Muster\", charset=\"UTF-8\"", "Bearer realm=\"Muster\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !", "Basic YW4=", "Bearer", "Bearer token-2", "Digest x", ""})
    void shouldRejectWrongCredentials(String authorization) throws Exception {
        assertThat(status(authorization)).isEqualTo(401);
    }

    @Test
    void shouldAdmitAPasswordOrAToken() throws Exception {
        assertThat(status(basic("an:mật khẩu"))).isEqualTo(200);
        assertThat(status(basic("an:mật khẩu"))).isEqualTo(200);
        assertThat(status(basic("an:wrong"))).isEqualTo(401);
        assertThat(status(basic("binh:mật khẩu"))).isEqualTo(401);
        assertThat(status("Bearer token-1")).isEqualTo(200);
    }

    @Test
    void shouldNotAuthenticateProbes() throws Exception {
        assertThat(dashboard.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(dashboard.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSetSecurityHeaders() throws Exception {
        HttpResponse<String> answer = dashboard.get("/health/ready");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'self';").doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    }

    @Test
    void shouldAllowOnlyTheConfiguredOrigins() throws Exception {
        HttpResponse<String> named = dashboard.send(dashboard
                .request("/api/campaigns")
                .header("Origin", ORIGIN)
                .method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> other = dashboard.send(dashboard
                .request("/api/campaigns")
                .header("Origin", "https://elsewhere.example.org")
                .header("Authorization", "Bearer token-1"));

        assertThat(named.statusCode()).isEqualTo(204);
        assertThat(named.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(String.join(", ", other.headers().allValues("Vary"))).contains("Origin", "Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void shouldRejectMethodsThatWrite(String method) throws Exception {
        HttpResponse<String> answer = dashboard.send(dashboard
                .request("/api/campaigns")
                .header("Authorization", "Bearer token-1")
                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    private int status(String authorization) throws Exception {
        return dashboard
                .send(dashboard.request("/api/campaigns").header("Authorization", authorization))
                .statusCode();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
