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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the notifier with kill -9 in the middle of its deliveries. */
class KilledNotifierIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledNotifierIT.class);
    private static final int RECEIVERS = 1_000;
    private static final int DISTRICTS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void shouldNotifyAThousandReceiversDespiteTwoKills() throws Exception {
        try (Backend backend = new EmbeddedBackend();
                WebhookServer webhooks = new WebhookServer(Duration.ofMillis(40), 8)) {
            Connection connection = Districts.on(backend, DISTRICTS);
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            Path settings = settings(webhooks);
            webhooks.hang("silent");
            try (AlertPublisher alerts = new AlertPublisher(connection)) {
                for (int district = 0; district < DISTRICTS; district++) {
                    alerts.fire(Districts.id(district), AlertRule.BEHIND);
                }
                killAfter(RECEIVERS / 4, muster, settings, webhooks);
                killAfter(2 * RECEIVERS / 3, muster, settings, webhooks);
                alerts.resolve(Districts.id(0), AlertRule.BEHIND);
                alerts.withdraw(Districts.id(1), AlertRule.BEHIND);
                alerts.fire(Districts.id(2), AlertRule.SILENT);

                long began = System.nanoTime();
                try (NotifierInstance notifier = NotifierInstance.start(muster, settings)) {
                    awaitStates(webhooks, expected());
                    LOG.warn(
                            "{} receivers have {} alerts after two kills: {} messages, {} duplicate alerts,"
                                    + " {} s after the last start",
                            RECEIVERS,
                            DISTRICTS + 1,
                            webhooks.count(),
                            ReceivedStates.duplicates(webhooks.posts()),
                            Duration.ofNanos(System.nanoTime() - began).toSeconds());
                    assertThat(notifier.metric("muster_notifications_failed_total"))
                            .isPositive();
                    notifier.process().terminate();
                    assertThat(notifier.process().awaitEnd(Duration.ofSeconds(30)))
                            .isZero();
                }
                assertOnlyNewAlertsAreSentAfterARestart(muster, settings, webhooks, alerts);
            }
        }
    }

    private void assertOnlyNewAlertsAreSentAfterARestart(
            Launcher muster, Path settings, WebhookServer webhooks, AlertPublisher alerts) throws Exception {
        int before = webhooks.count();
        try (NotifierInstance notifier = NotifierInstance.start(muster, settings)) {
            notifier.awaitDelivering();
            alerts.fire(Districts.id(3), AlertRule.SILENT);
            SortedMap<String, String> expected = expected();
            expected.put(Districts.id(3) + " SILENT", "firing");
            awaitStates(webhooks, expected);
        }
        assertThat(webhooks.posts().subList(before, webhooks.count()))
                .hasSize(RECEIVERS)
                .allSatisfy(post -> assertThat(post.alerts())
                        .singleElement()
                        .satisfies(alert -> assertThat(
                                        alert.get("labels").get("area").asText())
                                .isEqualTo(Districts.id(3))));
    }

    private static void killAfter(int messages, Launcher muster, Path settings, WebhookServer webhooks)
            throws Exception {
        try (NotifierInstance notifier = NotifierInstance.start(muster, settings)) {
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> webhooks.count() >= messages);
            notifier.process().kill();
        }
        webhooks.dropQueued();
        assertThat(webhooks.count()).isLessThan(RECEIVERS);
    }

    private static void awaitStates(WebhookServer webhooks, SortedMap<String, String> expected) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(ReceivedStates.of(webhooks.posts()))
                        .hasSize(RECEIVERS)
                        .allSatisfy(
                                (receiver, state) -> assertThat(firing(state)).isEqualTo(firing(expected))));
    }

    /** The firing alerts. A receiver that got neither state of an alert is as correct as one that got both. */
    private static List<String> firing(SortedMap<String, String> state) {
        return state.entrySet().stream()
                .filter(alert -> alert.getValue().equals("firing"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static SortedMap<String, String> expected() {
        SortedMap<String, String> expected = new TreeMap<>();
        IntStream.range(2, DISTRICTS).forEach(district -> expected.put(Districts.id(district) + " BEHIND", "firing"));
        expected.put(Districts.id(2) + " SILENT", "firing");
        return expected;
    }

    /** A thousand reachable receivers, one that never responds, and one behind a closed port. */
    private Path settings(WebhookServer webhooks) throws IOException {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, RECEIVERS).mapToObj(n -> "r" + n).forEach(name -> add(lines, name, webhooks.url(name)));
        add(lines, "silent", webhooks.url("silent"));
        add(lines, "gone", "http://127.0.0.1:" + closedPort() + "/");
        return Files.write(folder.resolve("receivers.properties"), lines);
    }

    private static void add(List<String> lines, String name, String url) {
        lines.add("receiver." + name + ".type=webhook");
        lines.add("receiver." + name + ".url=" + url);
        lines.add("receiver." + name + ".group-wait=1ms");
        lines.add("receiver." + name + ".timeout=" + (name.equals("silent") ? "2s" : "60s"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
