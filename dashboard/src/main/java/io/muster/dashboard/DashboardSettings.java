package io.muster.dashboard;

import io.muster.contract.serde.AvroSerdes;
import io.muster.dashboard.access.Access;
import io.muster.http.ServerSettings;
import java.util.Map;
import java.util.Set;

/**
 * How a dashboard runs.
 *
 * @param kafka settings of Kafka clients, bootstrap.servers among them
 * @param origins the pages elsewhere that may read the API, e.g. https://portal.example.org
 * @param mostStreams how many streams of events may be open
 */
public record DashboardSettings(
        Map<String, Object> kafka,
        AvroSerdes serdes,
        ServerSettings server,
        Access access,
        Set<String> origins,
        int mostStreams) {

    public DashboardSettings {
        kafka = Map.copyOf(kafka);
        origins = Set.copyOf(origins);
    }
}
