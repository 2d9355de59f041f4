package io.muster.contract;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.muster.contract.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How to reach the broker and the schema registry.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param registryUrl URL of the registry's Confluent API, several separated by commas
 * @param kafkaSettings further settings of every Kafka client, as Kafka names them
 * @param registrySettings further settings of the registry's client and serializers, without {@code schema.registry.}
 */
public record Connection(
        String bootstrapServers,
        String registryUrl,
        Map<String, String> kafkaSettings,
        Map<String, String> registrySettings) {

    private static final int CACHED_SCHEMAS = 100;

    public Connection {
        kafkaSettings = Map.copyOf(kafkaSettings);
        registrySettings = Map.copyOf(registrySettings);
    }

    /** A connection without further settings. */
    public static Connection to(String bootstrapServers, String registryUrl) {
        return new Connection(bootstrapServers, registryUrl, Map.of(), Map.of());
    }

    /** A copy with default settings for the Kafka clients. The user's settings take precedence. */
    public Connection withKafkaDefaults(Map<String, String> defaults) {
        Map<String, String> settings = new HashMap<>(defaults);
        settings.putAll(kafkaSettings);
        return new Connection(bootstrapServers, registryUrl, settings, registrySettings);
    }

    /** The settings of every Kafka client: the user's and the bootstrap servers. Returns a new, mutable map. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(kafkaSettings);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }

    /**
     * The settings of a consumer that reads committed records and belongs to no group. Metrics are pushed to the broker
     * only if the user asks for it. Returns a new, mutable map.
     */
    public Map<String, Object> readerSettings() {
        Map<String, Object> settings = clientSettings();
        settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putIfAbsent(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }

    /** Serializers and deserializers that use this registry. */
    public AvroSerdes serdes() {
        return new AvroSerdes(registryUrl, registrySettings);
    }

    /**
     * A client of the registry.
     *
     * @param timeout the connect and read timeout
     */
    public SchemaRegistryClient registry(Duration timeout) {
        Map<String, Object> settings = new HashMap<>(registrySettings);
        String limit = Long.toString(timeout.toMillis());
        settings.putIfAbsent("http.connect.timeout.ms", limit);
        settings.putIfAbsent("http.read.timeout.ms", limit);
        return new CachedSchemaRegistryClient(List.of(registryUrl.split(",")), CACHED_SCHEMAS, settings);
    }

    /** Omits the settings, which may contain passwords. */
    @Override
    public String toString() {
        return bootstrapServers + ", " + registryUrl;
    }
}
