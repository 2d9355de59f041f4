package io.muster.streams.simulator;

import io.muster.streams.mapping.RegistryPatience;
import io.muster.streams.topology.Deaf;

/** Hears nothing; but where an instance would wait for the registry, it hangs until it is killed. */
class Unattended extends Deaf implements RegistryPatience.Waiting {

    /** An instance waits for something that does not come. */
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
