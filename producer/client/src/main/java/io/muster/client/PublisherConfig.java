package io.muster.client;

import io.muster.contract.connection.Connection;
import io.muster.contract.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How publishers reach the broker and the schema registry, and how long they wait for them.
 *
 * @param connection addresses and settings
 * @param patience how long to wait for an acknowledgement, from a second to a day; after it a record counts as not acknowledged
 */
public record PublisherConfig(Connection connection, Duration patience) {

    /** How long to wait where nobody said. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
    private static final Duration MOST_PATIENCE = Duration.ofDays(1);

    /** @throws IllegalArgumentException if the patience is less than a second or more than a day */
    public PublisherConfig {
        if (patience.compareTo(LEAST_PATIENCE) < 0 || patience.compareTo(MOST_PATIENCE) > 0) {
            throw new IllegalArgumentException("patience must be from a second to a day, but is " + patience);
        }
    }

    /** Addresses, and else nothing out of the ordinary. */
    public static PublisherConfig to(String bootstrapServers, String registryUrl) {
        return new PublisherConfig(Connection.to(bootstrapServers, registryUrl), DEFAULT_PATIENCE);
    }

    int patienceMillis() {
        return Math.toIntExact(patience.toMillis());
    }

    /** Asks the registry twice at most, so that nobody waits much longer than the patience. */
    AvroSerdes serdes() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("max.retries", 1);
        settings.put("http.connect.timeout.ms", patienceMillis() / 2);
        settings.put("http.read.timeout.ms", patienceMillis() / 2);
        settings.putAll(connection.registrySettings());
        return new AvroSerdes(connection.registryUrl(), settings);
    }
}
