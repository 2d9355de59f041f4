package io.muster.e2e.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.TopicReader;
import io.muster.e2e.process.GatewayInstance;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.Sandbox;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker becomes unavailable while the gateway runs, and comes back. */
class BrokerAwayIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void shouldAnswerRetryLaterWhileTheBrokerIsUnavailable() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Launcher.in(folder), folder.resolve("data"))) {
            Connection connection = sandbox.connection();
            HttpOffice.prepare(connection);
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            Path keys = folder.resolve("keys.json");
            HttpOffice office =
                    new HttpOffice(GatewayInstance.addKey(muster, keys, HttpOffice.SOURCE, HttpOffice.AREA));
            UUID eventId = UUID.randomUUID();
            try (GatewayInstance gateway = GatewayInstance.start(muster, keys, "--timeout=3s")) {
                assertThat(office.post(gateway.enrollments(), HttpOffice.statement(UUID.randomUUID()))
                                .statusCode())
                        .isEqualTo(202);
                sandbox.kill();

                HttpResponse<String> answer = office.post(gateway.enrollments(), HttpOffice.statement(eventId));

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("\"unacknowledged\":[0]", "\"accepted\":0");
                await().atMost(LIMIT).until(() -> gateway.health().contains("WAITING_FOR_BROKER"));
                assertThat(gateway.isReady()).isFalse();
                assertThat(gateway.isLive()).isTrue();

                sandbox.startAgain();
                await().atMost(LIMIT)
                        .until(() -> office.post(gateway.enrollments(), HttpOffice.statement(eventId))
                                        .statusCode()
                                == 202);
                await().atMost(LIMIT).until(gateway::isReady);
            }
            assertThat(new TopicReader(connection).latest(Topics.ENROLLMENTS)).containsKey("drive:p-" + eventId);
        }
    }
}
