package io.muster.client;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the Kafka clients of this library are made with. The user's settings go before ours, but for what the promises rest on. */
final class ProducerSettings {

    /** An acknowledged record is on all in-sync replicas, once. */
    private static final Map<String, String> PROMISED =
            Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");

    private static final int LINGER_MS = 20;
    private static final int BATCH_BYTES = 1 << 17;
    private static final int BUFFER_BYTES = 1 << 26;

    /** The longest that one attempt is given, so that the patience allows for more than one. */
    private static final int LONGEST_ATTEMPT_MS = 10_000;

    private ProducerSettings() {}

    /** @throws IllegalArgumentException if the user's settings take away what this library promises */
    static Map<String, Object> producer(PublisherConfig config) {
        requirePromises(config.connection().kafkaSettings());
        int patience = config.patienceMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, attempt(patience));
        settings.putAll(config.connection().clientSettings());
        settings.putAll(PROMISED);
        return settings;
    }

    /**
     * Looks at the settings before anybody is asked anything.
     *
     * @throws IllegalArgumentException if they take away what this library promises
     * @throws org.apache.kafka.common.config.ConfigException if Kafka does not know what to do with one
     */
    static void check(PublisherConfig config) {
        Map<String, Object> settings = producer(config);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // it looks at all settings when it is made
        var unused = new ProducerConfig(settings);
    }

    static Map<String, Object> admin(PublisherConfig config) {
        int patience = config.patienceMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, attempt(patience));
        settings.putAll(config.connection().clientSettings());
        return settings;
    }

    private static int attempt(int patience) {
        return Math.min(LONGEST_ATTEMPT_MS, patience / 2);
    }

    private static void requirePromises(Map<String, String> given) {
        PROMISED.forEach((key, value) -> {
            String other = given.getOrDefault(key, value);
            if (!other.equals(value) && !(other.equals("-1") && value.equals("all"))) {
                throw new IllegalArgumentException("the Kafka setting " + key + "=" + other
                        + " would lose acknowledged statements; leave it at " + value);
            }
        });
    }
}
