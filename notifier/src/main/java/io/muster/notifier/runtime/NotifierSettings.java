package io.muster.notifier.runtime;

import io.muster.contract.Connection;
import io.muster.notifier.delivery.Destination;
import java.time.Duration;
import java.util.List;

/**
 * How one notifier process runs.
 *
 * @param notifierId consumer group; of all notifiers with the same id, one at a time delivers
 * @param httpPort port of health and metrics; 0 for any free port
 * @param startTimeout how long to wait for broker and registry at startup
 */
public record NotifierSettings(
        Connection connection, String notifierId, List<Destination> destinations, int httpPort, Duration startTimeout) {

    public NotifierSettings {
        destinations = List.copyOf(destinations);
    }
}
