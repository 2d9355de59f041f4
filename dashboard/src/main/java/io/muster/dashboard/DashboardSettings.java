package io.muster.dashboard;

import io.muster.contract.Connection;
import io.muster.dashboard.access.Access;
import io.muster.http.ServerSettings;
import java.util.Set;

/**
 * Settings of a dashboard.
 *
 * @param origins origins of other pages that may read the API, e.g. https://portal.example.org
 * @param maxStreams maximum number of open event streams
 */
public record DashboardSettings(
        Connection connection, ServerSettings server, Access access, Set<String> origins, int maxStreams) {

    public DashboardSettings {
        origins = Set.copyOf(origins);
    }
}
