package io.muster.e2e.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * The targets of the faults.
 *
 * @param registryOutage how long the registry is down
 */
record Installation(Brokers brokers, Registry registry, Fleet fleet, Duration registryOutage) {

    int anyInstance(Random random) {
        return random.nextInt(fleet.size());
    }
}
