package io.muster.streams.simulator;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.tally.Change;
import io.muster.schemas.Topic;
import io.muster.streams.mapping.RegistryPatience;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.tally.TallyEvents;

/** Hears nothing; but where an instance would wait for the registry, it hangs until it is killed. */
final class Unattended implements LedgerEvents, TallyEvents, ReferenceEvents, RegistryPatience.Waiting {

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

    @Override
    public void counted(Outcome outcome) {}

    @Override
    public void rejected(Rejection.Reason reason) {}

    @Override
    public void sentHome() {}

    @Override
    public void ignored(Topic<?> topic) {}

    @Override
    public void published(Change change) {}
}
