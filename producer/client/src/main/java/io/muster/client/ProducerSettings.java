package io.muster.client;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Settings of the Kafka clients of this library. User settings override the defaults here, except those that the
 * guarantees depend on.
 */
final class ProducerSettings {

    /** Guarantees that an acknowledged record is on all in-sync replicas exactly once. */
    private static final Map<String, String> GUARANTEED =
            Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");

    private static final int LINGER_MS = 20;
    private static final int BATCH_BYTES = 1 << 17;
    private static final int BUFFER_BYTES = 1 << 26;

    /** Limits a single request, so that the patience allows for more than one attempt. */
    private static final int MAX_REQUEST_TIMEOUT_MS = 10_000;

    private ProducerSettings() {}

    /** @throws IllegalArgumentException if a user setting breaks the guarantees of this library */
    static Map<String, Object> producer(PublisherSettings publisher) {
        requireGuarantees(publisher.connection().kafkaSettings());
        int patience = publisher.patienceMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, requestTimeout(patience));
        settings.putAll(publisher.connection().clientSettings());
        settings.putAll(GUARANTEED);
        return settings;
    }

    /**
     * Validates the settings without any network request.
     *
     * @throws IllegalArgumentException if a user setting breaks the guarantees of this library
     * @throws org.apache.kafka.common.config.ConfigException if Kafka rejects a setting
     */
    static void check(PublisherSettings publisher) {
        Map<String, Object> settings = producer(publisher);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // the constructor validates all settings
        var unused = new ProducerConfig(settings);
    }

    static Map<String, Object> admin(PublisherSettings publisher) {
        int patience = publisher.patienceMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, requestTimeout(patience));
        settings.putAll(publisher.connection().clientSettings());
        return settings;
    }

    private static int requestTimeout(int patience) {
        return Math.min(MAX_REQUEST_TIMEOUT_MS, patience / 2);
    }

    private static void requireGuarantees(Map<String, String> given) {
        GUARANTEED.forEach((key, value) -> {
            String other = given.getOrDefault(key, value);
            if (!other.equals(value) && !(other.equals("-1") && value.equals("all"))) {
                throw new IllegalArgumentException("the Kafka setting " + key + "=" + other
                        + " could lose acknowledged statements; leave it at " + value);
            }
        });
    }
}
