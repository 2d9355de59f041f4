package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;

/** Is told of every statement that is counted, refused or sent home, once per delivery. */
public interface LedgerEvents {

    void counted(Outcome outcome);

    void rejected(Rejection.Reason reason);

    /** It was in a partition that its key does not belong to. */
    void sentHome();
}
