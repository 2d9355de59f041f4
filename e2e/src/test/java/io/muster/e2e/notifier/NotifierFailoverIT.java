package io.muster.e2e.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.domain.alert.AlertRule;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.NotifierInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two notifiers, the standby takes over when the active one is killed or suspended. */
class NotifierFailoverIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int RECEIVERS = 50;
    private static final String AREA = Districts.id(0);
    private static final Map<String, String> RESOLVED = Map.of(AREA + " BEHIND", "resolved");

    private final Backend backend = new EmbeddedBackend();
    private final Connection connection = Districts.on(backend, 1);
    private final Path folder;
    private final Launcher muster;

    NotifierFailoverIT(@TempDir Path folder) {
        this.folder = folder;
        this.muster = Launcher.in(folder).connectedTo(connection);
    }

    @AfterEach
    void close() throws Exception {
        backend.close();
    }

    @Test
    void shouldFailOverToTheStandbyAfterAKill() throws Exception {
        try (WebhookServer webhooks = new WebhookServer(Duration.ZERO, 4)) {
            Path settings = settings(webhooks, 1);
            try (AlertPublisher alerts = new AlertPublisher(connection);
                    NotifierInstance first = NotifierInstance.start(muster, settings)) {
                first.awaitDelivering();
                try (NotifierInstance second = NotifierInstance.start(muster, settings)) {
                    second.awaitStandingBy();
                    alerts.fire(AREA, AlertRule.BEHIND);
                    await().atMost(LIMIT).until(() -> webhooks.count() == 1);
                    first.process().kill();
                    alerts.resolve(AREA, AlertRule.BEHIND);
                    second.awaitDelivering();

                    await().atMost(LIMIT).until(() -> second.metric("muster_notifications_delivered_total") == 1);
                    assertThat(webhooks.count()).isEqualTo(2);
                    assertThat(ReceivedStates.of(webhooks.posts()).get("r0")).isEqualTo(RESOLVED);
                }
            }
        }
    }

    @Test
    void shouldSendNothingStaleWhenASuspendedNotifierResumes() throws Exception {
        try (WebhookServer webhooks = new WebhookServer(Duration.ZERO, 8)) {
            Path settings = settings(webhooks, RECEIVERS);
            try (AlertPublisher alerts = new AlertPublisher(connection);
                    NotifierInstance first = NotifierInstance.start(muster, settings)) {
                first.awaitDelivering();
                webhooks.refuse(true);
                alerts.fire(AREA, AlertRule.BEHIND);
                await().atMost(LIMIT).until(() -> webhooks.refused() >= RECEIVERS);
                first.process().suspend();
                try (NotifierInstance second = NotifierInstance.start(muster, settings)) {
                    second.awaitDelivering();
                    webhooks.refuse(false);
                    alerts.resolve(AREA, AlertRule.BEHIND);
                    await().atMost(LIMIT)
                            .untilAsserted(() -> assertThat(ReceivedStates.of(webhooks.posts()))
                                    .hasSize(RECEIVERS)
                                    .allSatisfy((receiver, state) ->
                                            assertThat(state).isEqualTo(RESOLVED)));
                    int received = webhooks.count();

                    first.process().resume();
                    first.awaitStandingBy();

                    assertThat(webhooks.count()).isEqualTo(received);
                    assertThat(second.health()).contains("DELIVERING");
                }
            }
        }
    }

    private Path settings(WebhookServer webhooks, int receivers) throws IOException {
        return Files.write(
                folder.resolve("receivers.properties"),
                IntStream.range(0, receivers)
                        .mapToObj(number -> "r" + number)
                        .flatMap(name -> Stream.of(
                                "receiver." + name + ".type=webhook",
                                "receiver." + name + ".group-wait=1ms",
                                "receiver." + name + ".url=" + webhooks.url(name)))
                        .toList());
    }
}
