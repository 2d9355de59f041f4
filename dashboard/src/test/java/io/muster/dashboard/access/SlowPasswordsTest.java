package io.muster.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.RecordedBoard;
import io.muster.dashboard.http.RunningDashboard;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication with password checks that block until the test releases them. */
class SlowPasswordsTest {

    private static final int MANY = 50;

    private final CountDownLatch hold = new CountDownLatch(1);
    private final RunningDashboard dashboard = new RunningDashboard(
            RecordedBoard.withSomePeople(),
            new Access(true, this::isCorrect, Set.of("token-1"), Set.of()),
            Set.of(),
            10);

    private boolean isCorrect(String name, String password) {
        try {
            return hold.await(1, TimeUnit.MINUTES) && password.equals("right");
        } catch (InterruptedException e) {
            return false;
        }
    }

    @AfterEach
    void stop() {
        hold.countDown();
        dashboard.close();
    }

    @Test
    void shouldNotDelayProbesAndOtherRequests() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            guesses.add(dashboard.sendAsync(login("name-" + i, "wrong")));
        }

        assertThat(dashboard.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(dashboard.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(dashboard
                        .send(dashboard.request("/api/campaigns").header("Authorization", "Bearer token-1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(guesses.stream().filter(guess -> !guess.isDone())).isNotEmpty();
        hold.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> guess : guesses) {
            statuses.add(guess.get(1, TimeUnit.MINUTES).statusCode());
        }
        assertThat(statuses).containsOnly(401, 429).contains(401, 429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/campaigns?format=csv&lang=en", "/metrics", "/health/nothing"})
    void shouldRespondAlikeToHashedAndCachedPasswords(String path) throws Exception {
        hold.countDown();
        String authorization = header("an", "right");

        HttpResponse<String> hashed = dashboard.send(dashboard.request(path).header("Authorization", authorization));
        HttpResponse<String> remembered =
                dashboard.send(dashboard.request(path).header("Authorization", authorization));

        assertThat(hashed.statusCode()).isEqualTo(remembered.statusCode());
        assertThat(hashed.headers().map().keySet())
                .isEqualTo(remembered.headers().map().keySet());
        if (!path.equals("/metrics")) {
            assertThat(hashed.body()).isEqualTo(remembered.body());
        }
    }

    @Test
    void shouldSetRetryAfterForALimitedLogin() throws Exception {
        hold.countDown();
        for (int i = 0; i < LoginRateLimiter.PER_NAME; i++) {
            assertThat(dashboard.send(login("an", "wrong " + i)).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = dashboard.send(login("an", "right"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 7));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("too many password attempts");
    }

    private HttpRequest.Builder login(String name, String password) {
        return dashboard.request("/api/campaigns").header("Authorization", header(name, password));
    }

    private static String header(String name, String password) {
        String credentials = name + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
