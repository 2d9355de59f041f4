package io.muster.streams.config;

import static io.muster.streams.config.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** Checks the properties that reach the clients inside Kafka Streams. */
class KafkaPropertiesTest {

    private static final Path STATE_DIR = Path.of("target", "state", "7");

    @Test
    void shouldProcessExactlyOnceAndReadOnlyCommittedRecords() {
        StreamsConfig config = config(Map.of());

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(consumer(config)).containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        assertThat(config.getRestoreConsumerConfigs("test"))
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        assertThat(config.getGlobalConsumerConfigs("test"))
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        assertThat(producer(config)).containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    }

    @Test
    void shouldUseTheGivenApplicationIdServersThreadsAndStateDirectory() {
        StreamsConfig config = new StreamsConfig(KafkaProperties.of(
                settings()
                        .applicationId("counts-2")
                        .bootstrapServers("a:1,b:2")
                        .threads(3)
                        .build(),
                STATE_DIR,
                "office-1"));

        assertThat(config.getString(StreamsConfig.APPLICATION_ID_CONFIG)).isEqualTo("counts-2");
        assertThat(config.getList(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG)).containsExactly("a:1", "b:2");
        assertThat(config.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG)).isEqualTo(3);
        assertThat(config.getString(StreamsConfig.STATE_DIR_CONFIG)).isEqualTo(STATE_DIR.toString());
    }

    @Test
    void shouldBeAStaticMemberAndKeepTheGivenNumberOfStandbyReplicas() {
        StreamsConfig config = new StreamsConfig(
                KafkaProperties.of(settings().standbyReplicas(2).build(), STATE_DIR, "office-1"));

        assertThat(config.getMainConsumerConfigs("test", "client", 1))
                .containsEntry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "office-1-1");
        assertThat(config.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isEqualTo(2);
    }

    @Test
    void shouldRejectATopologyWithGeneratedNames() {
        assertThat(config(Map.of()).getBoolean(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG))
                .isTrue();
    }

    @Test
    void shouldReadFromTheEarliestOffsetWhateverIsSetForAllConsumers() {
        assertThat(consumer(config(Map.of()))).containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        assertThat(consumer(config(Map.of("auto.offset.reset", "latest", "consumer.auto.offset.reset", "latest"))))
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    @Test
    void shouldUseAShortLingerAndALongTransactionTimeout() {
        assertThat(producer(config(Map.of())))
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, 5)
                .containsEntry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
    }

    @Test
    void shouldLetTheUserOverrideDefaults() {
        StreamsConfig config = config(Map.of(
                "security.protocol", "SSL",
                "linger.ms", "20",
                "producer.compression.type", "zstd",
                "max.poll.records", "100",
                "commit.interval.ms", "250"));

        assertThat(String.valueOf(producer(config).get("security.protocol"))).isEqualTo("SSL");
        assertThat(String.valueOf(producer(config).get("linger.ms"))).isEqualTo("20");
        assertThat(String.valueOf(producer(config).get("compression.type"))).isEqualTo("zstd");
        assertThat(String.valueOf(consumer(config).get("max.poll.records"))).isEqualTo("100");
        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(250);
    }

    private static StreamsConfig config(Map<String, String> kafka) {
        return new StreamsConfig(KafkaProperties.of(settings().kafka(kafka).build(), STATE_DIR, "office-1"));
    }

    private static Map<String, Object> consumer(StreamsConfig config) {
        return config.getMainConsumerConfigs("test", "test", 0);
    }

    private static Map<String, Object> producer(StreamsConfig config) {
        return config.getProducerConfigs("test");
    }
}
