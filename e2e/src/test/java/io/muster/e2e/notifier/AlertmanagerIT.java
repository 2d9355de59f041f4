package io.muster.e2e.notifier;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.e2e.notifier.AlertPublisher.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.alert.AlertRule;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.NotifierInstance;
import io.muster.e2e.sample.ReferenceSender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager accepts, forwards and resolves our alerts, and our webhook sends the same as Alertmanager's. */
class AlertmanagerIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String DISTRICT = "yen-dung";

    @TempDir
    private Path folder;

    @Test
    void shouldKeepFiringAlertsActiveAndResolveTheOthers() throws Exception {
        try (Backend backend = new EmbeddedBackend();
                WebhookServer webhooks = new WebhookServer(Duration.ZERO, 2);
                Alertmanager alertmanager = Alertmanager.start(folder, webhooks.url("theirs"))) {
            Connection connection = prepared(backend);
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            try (AlertPublisher alerts = new AlertPublisher(connection);
                    NotifierInstance notifier = NotifierInstance.start(muster, settings(alertmanager, webhooks))) {
                notifier.awaitDelivering();
                alerts.fire(DISTRICT, AlertRule.BEHIND);
                alerts.fire(DISTRICT, AlertRule.SILENT);

                await().atMost(LIMIT).until(() -> alertmanager.active().size() == 2);
                JsonNode behind = alertmanager.active().stream()
                        .filter(alert -> rule(alert).equals("BEHIND"))
                        .findFirst()
                        .orElseThrow();
                assertThat(behind.get("labels").get("alertname").asText()).isEqualTo("EnrollmentBehind");
                assertThat(Instant.parse(behind.get("startsAt").asText())).isEqualTo(AlertPublisher.FIRED_AT);
                assertThat(behind.get("annotations").get("description").asText())
                        .contains("118", "285", "12");
                // expires after four times two seconds unless it is resent
                Instant firstEnd = Instant.parse(behind.get("endsAt").asText());
                await().atMost(LIMIT).until(() -> Instant.now().isAfter(firstEnd.plusSeconds(2)));
                assertThat(alertmanager.active()).hasSize(2);

                alerts.resolve(DISTRICT, AlertRule.BEHIND);
                alerts.withdraw(DISTRICT, AlertRule.SILENT);
                await().atMost(LIMIT).until(() -> alertmanager.active().isEmpty());
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(
                                        ReceivedStates.of(webhooks.posts()).get("theirs"))
                                .hasSize(2)
                                .allSatisfy(
                                        (alert, status) -> assertThat(status).isEqualTo("resolved")));
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(
                                        ReceivedStates.of(webhooks.posts()).get("ours"))
                                .isEqualTo(ReceivedStates.of(webhooks.posts()).get("theirs")));
            }
            assertSameFormat(webhooks.posts("ours"), webhooks.posts("theirs"));
            assertSampleIsAccepted(muster, alertmanager, webhooks);
        }
    }

    /** Our webhook has the same format as Alertmanager's. */
    private static void assertSameFormat(List<WebhookServer.Post> ours, List<WebhookServer.Post> theirs) {
        assertThat(fields(ours.get(0).body())).isEqualTo(fields(theirs.get(0).body()));
        assertThat(fields(ours.get(0).alerts().get(0)))
                .isEqualTo(fields(theirs.get(0).alerts().get(0)));
        assertThat(fingerprints(ours)).isEqualTo(fingerprints(theirs)).hasSize(2);
        assertThat(ours.get(0).body().get("version"))
                .isEqualTo(theirs.get(0).body().get("version"));
        assertThat(ours.get(0).body().get("groupKey"))
                .isEqualTo(theirs.get(0).body().get("groupKey"));
        assertThat(ours.get(0).alerts().get(0).get("endsAt"))
                .isEqualTo(theirs.get(0).alerts().get(0).get("endsAt"));
    }

    private void assertSampleIsAccepted(Launcher muster, Alertmanager alertmanager, WebhookServer webhooks)
            throws Exception {
        Path settings = settings(alertmanager, webhooks);
        MusterProcess sent = muster.run("notifier", "--config=" + settings, "--test=am");

        assertThat(sent.exitCode()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("am accepted the sample");
        assertThat(alertmanager.active())
                .extracting(alert -> alert.get("labels").get("alertname").asText())
                .containsExactly("EnrollmentTest");

        alertmanager.close();
        MusterProcess refused = muster.run("notifier", "--config=" + settings, "--test=am");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("am did not accept the sample");
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> fingerprints(List<WebhookServer.Post> posts) {
        Set<String> fingerprints = new TreeSet<>();
        posts.forEach(post -> post.alerts()
                .forEach(alert -> fingerprints.add(
                        rule(alert) + " " + alert.get("fingerprint").asText())));
        return fingerprints;
    }

    private static String rule(JsonNode alert) {
        return alert.get("labels").get("rule").asText();
    }

    private Path settings(Alertmanager alertmanager, WebhookServer webhooks) throws Exception {
        return Files.write(
                folder.resolve("receivers.properties"),
                List.of(
                        "receiver.am.type=alertmanager",
                        "receiver.am.language=en",
                        "receiver.am.resend=2s",
                        "receiver.am.url=" + alertmanager.url(),
                        "receiver.ours.type=webhook",
                        "receiver.ours.group-wait=1ms",
                        "receiver.ours.url=" + webhooks.url("ours")));
    }

    private static Connection prepared(Backend backend) {
        Connection connection = backend.connection();
        new Setup(connection, Duration.ofSeconds(30)).run(Topics.all("muster"), TopicLayout.standard());
        new ReferenceSender(connection)
                .become(someReferences()
                        .campaign(CAMPAIGN, "2023-05-01", "2023-05-31", "bac-giang")
                        .area("bac-giang", null, "province")
                        .area(DISTRICT, "bac-giang", "district")
                        .build());
        return connection;
    }
}
