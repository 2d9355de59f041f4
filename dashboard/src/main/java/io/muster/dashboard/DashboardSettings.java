package io.muster.dashboard;

import io.muster.contract.serde.AvroSerdes;
import io.muster.dashboard.access.Access;
import io.muster.http.ServerSettings;
import java.util.Map;
import java.util.Set;

/**
 * Settings of a dashboard.
 *
 * @param kafka Kafka client settings, including bootstrap.servers
 * @param origins origins of other pages that may read the API, e.g. https://portal.example.org
 * @param maxStreams maximum number of open event streams
 */
public record DashboardSettings(
        Map<String, Object> kafka,
        AvroSerdes serdes,
        ServerSettings server,
        Access access,
        Set<String> origins,
        int maxStreams) {

    public DashboardSettings {
        kafka = Map.copyOf(kafka);
        origins = Set.copyOf(origins);
    }
}
