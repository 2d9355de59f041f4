package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;

/** Listener for the statements that a ledger counts, rejects or reroutes. Called once per delivery. */
public interface LedgerEvents {

    void counted(Outcome outcome);

    void rejected(Rejection.Reason reason);

    /** A record was in a partition that its key does not belong to, and was copied to the right one. */
    void rerouted();
}
