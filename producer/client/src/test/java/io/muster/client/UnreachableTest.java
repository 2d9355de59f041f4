package io.muster.client;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.contract.Connection;
import io.muster.domain.reference.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors while no broker or registry listens at the addresses, and checks of settings. */
@Timeout(30)
final class UnreachableTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2023-06-01T00:00:00Z"));

    private final String nobody = "127.0.0.1:" + freePort();
    private final PublisherSettings config = config(Map.of());

    @Test
    void shouldReportAnUnreachableBrokerForStatements() {
        assertThatThrownBy(() -> new EnrollmentPublisher(config, CLOCK))
                .isInstanceOf(PublishException.class)
                .hasMessage("the broker at " + nobody
                        + " did not answer within 1 s; is it running, and is the address right?");
    }

    @Test
    void shouldReportAnUnreachableBrokerForDefinitions() {
        ReferenceBatch batch = new ReferenceBatch().put(new Target(campaignId("drive"), areaId("yen-dung"), 285));

        assertThatThrownBy(() -> new ReferencePublisher(config).publish(batch))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("the broker at " + nobody + " did not answer within 1 s");
    }

    @Test
    void shouldMakeNoRequestForAnEmptyBatch() {
        new ReferencePublisher(config).publish(new ReferenceBatch());
    }

    @Test
    void shouldReportAnUnreachableRegistry() {
        RecordWriter writer = new RecordWriter(config.serdes(), new Failures(config));
        ReferenceBatch batch = new ReferenceBatch().put(new Target(campaignId("drive"), areaId("yen-dung"), 285));

        assertThatThrownBy(() -> writer.record(batch.changes().get(0)))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("the schema registry at http://" + nobody + " did not answer")
                .hasMessageEndingWith("is it running, and is the address right?");
    }

    @Test
    void shouldTimeOutOnASilentRegistry() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort();
            PublisherSettings patient = new PublisherSettings(Connection.to(nobody, address), Duration.ofSeconds(1));
            RecordWriter writer = new RecordWriter(patient.serdes(), new Failures(patient));
            ReferenceBatch batch = new ReferenceBatch().put(new Target(campaignId("drive"), areaId("yen-dung"), 285));

            assertThatThrownBy(() -> writer.record(batch.changes().get(0)))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("the schema registry at " + address + " did not answer");
        }
    }

    @Test
    void shouldReportAMissingSchema() {
        PublisherSettings empty = PublisherSettings.to(nobody, "mock://empty");
        RecordWriter writer = new RecordWriter(empty.serdes(), new Failures(empty));
        ReferenceBatch batch = new ReferenceBatch().put(new Target(campaignId("drive"), areaId("yen-dung"), 285));

        assertThatThrownBy(() -> writer.record(batch.changes().get(0)))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("has no schema of this version under muster.targets-value")
                .hasMessageContaining("register it with muster topics");
    }

    @ParameterizedTest
    @CsvSource({"acks,1,all", "acks,0,all", "enable.idempotence,false,true"})
    void shouldRejectSettingsThatBreakTheGuarantees(String key, String value, String promised) {
        assertThatThrownBy(() -> ProducerSettings.producer(config(Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the Kafka setting " + key + "=" + value
                        + " could lose acknowledged statements; leave it at " + promised);
    }

    @Test
    void shouldAcceptOtherSettings() {
        Map<String, Object> settings =
                ProducerSettings.producer(config(Map.of("linger.ms", "5", "compression.type", "zstd", "acks", "-1")));

        assertThat(settings)
                .containsEntry("linger.ms", "5")
                .containsEntry("compression.type", "zstd")
                .containsEntry("acks", "all")
                .containsEntry("bootstrap.servers", nobody);
    }

    @Test
    void shouldNotShowPasswords() {
        assertThat(config(Map.of("sasl.jaas.config", "secret"))).asString().doesNotContain("secret");
    }

    @Test
    void shouldRejectAPatienceBelowOneSecond() {
        assertThatThrownBy(() -> new PublisherSettings(Connection.to(nobody, "http://x"), Duration.ofMillis(999)))
                .hasMessage("patience must be from a second to a day, but is PT0.999S");
    }

    private PublisherSettings config(Map<String, String> kafkaSettings) {
        return new PublisherSettings(
                new Connection(nobody, "http://" + nobody, kafkaSettings, Map.of()), Duration.ofSeconds(1));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
