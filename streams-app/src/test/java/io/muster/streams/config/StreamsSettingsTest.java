package io.muster.streams.config;

import static io.muster.streams.config.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void shouldRejectBlankValues(String blank) {
        assertRejected(settings().applicationId(blank), "--application-id must not be blank");
        assertRejected(settings().bootstrapServers(blank), "--bootstrap-servers must not be blank");
        assertRejected(settings().registryUrl(blank), "--schema-registry-url must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my app", "ứng-dụng", "a/b"})
    void shouldRejectAnApplicationIdThatIsNotValidInATopicName(String id) {
        assertRejected(
                settings().applicationId(id),
                "--application-id may only contain letters, digits, '.', '_' and '-', because it becomes part of"
                        + " topic names,"
                        + " but is " + id);
    }

    @Test
    void shouldRequireAtLeastOneThread() {
        assertRejected(settings().threads(0), "--threads must be at least 1, but is 0");
        assertThat(settings().threads(1).build().instance().threads()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void shouldRejectAPortOutOfRange(int port) {
        assertRejected(settings().httpPort(port), "--http-port must be from 0 to 65535, but is " + port);
    }

    @Test
    void shouldAcceptTheFirstAndTheLastPort() {
        assertThat(settings().httpPort(0).build().instance().httpPort()).isZero();
        assertThat(settings().httpPort(65_535).build().instance().httpPort()).isEqualTo(65_535);
    }

    @Test
    void shouldRejectANegativeStartTimeout() {
        assertRejected(
                settings().startTimeout(Duration.ofSeconds(-1)), "--start-timeout must not be negative, but is PT-1S");
        assertThat(settings().startTimeout(Duration.ZERO).build().instance().startTimeout())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "application.id, it is given with --application-id",
        "bootstrap.servers, it is given with --bootstrap-servers",
        "state.dir, it is given with --state-dir",
        "num.stream.threads, it is given with --threads",
        "processing.guarantee, it is always exactly_once_v2",
        "main.consumer.auto.offset.reset, counts need the whole history"
    })
    void shouldRejectReservedKafkaSettings(String key, String reason) {
        assertRejected(settings().kafka(Map.of(key, "x")), "--kafka-config must not set " + key + ": " + reason);
    }

    @Test
    void shouldCopyTheGivenMaps() {
        Map<String, String> kafka = new HashMap<>(Map.of("client.id", "office-1"));
        StreamsSettings settings = settings().kafka(kafka).build();

        kafka.clear();

        assertThat(settings.connection().kafkaSettings()).containsEntry("client.id", "office-1");
    }

    private static void assertRejected(SettingsBuilder settings, String message) {
        assertThatIllegalArgumentException().isThrownBy(settings::build).withMessage(message);
    }
}
