package io.muster.streams.simulator;

import io.muster.streams.mapping.RegistryRetry;
import io.muster.streams.topology.NoOpEvents;

/** Ignores events, and throws where an instance would wait for the registry. The simulation then kills the instance. */
class HangingListener extends NoOpEvents implements RegistryRetry.OutageListener {

    /** Thrown where an instance would hang. */
    static final class Hanging extends RuntimeException {
        private static final long serialVersionUID = 1;

        Hanging(String problem) {
            super(problem);
        }
    }

    @Override
    public void began(String problem) {
        throw new Hanging(problem);
    }

    @Override
    public void ended() {}
}
