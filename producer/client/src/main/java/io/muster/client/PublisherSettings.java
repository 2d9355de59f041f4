package io.muster.client;

import io.muster.contract.Connection;
import io.muster.contract.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How publishers reach the broker and the schema registry, and how long they wait for them.
 *
 * @param connection addresses and client settings
 * @param patience how long to wait for an acknowledgement, from one second to one day; after that a record counts as
 *     not acknowledged
 */
public record PublisherSettings(Connection connection, Duration patience) {

    /** Default patience. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    private static final Duration MIN_PATIENCE = Duration.ofSeconds(1);
    private static final Duration MAX_PATIENCE = Duration.ofDays(1);

    /** @throws IllegalArgumentException if the patience is out of range */
    public PublisherSettings {
        if (patience.compareTo(MIN_PATIENCE) < 0 || patience.compareTo(MAX_PATIENCE) > 0) {
            throw new IllegalArgumentException("patience must be from a second to a day, but is " + patience);
        }
    }

    /** Settings with the given addresses and defaults for everything else. */
    public static PublisherSettings to(String bootstrapServers, String registryUrl) {
        return new PublisherSettings(Connection.to(bootstrapServers, registryUrl), DEFAULT_PATIENCE);
    }

    int patienceMillis() {
        return Math.toIntExact(patience.toMillis());
    }

    /** Serializers that try a registry request at most twice, so that both attempts fit within the patience. */
    AvroSerdes serdes() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("max.retries", 1);
        settings.put("http.connect.timeout.ms", patienceMillis() / 2);
        settings.put("http.read.timeout.ms", patienceMillis() / 2);
        settings.putAll(connection.registrySettings());
        return new AvroSerdes(connection.registryUrl(), settings);
    }
}
