package io.muster.e2e.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * All that faults are done to.
 *
 * @param registryOutage how long the registry is away
 */
record Installation(Brokers brokers, Registry registry, Fleet fleet, Duration registryOutage) {

    int anyInstance(Random random) {
        return random.nextInt(fleet.size());
    }
}
