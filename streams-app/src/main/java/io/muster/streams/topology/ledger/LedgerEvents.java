package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;

/** Is told of every statement that is counted or refused, once per delivery. */
public interface LedgerEvents {

    void counted(Outcome outcome);

    void rejected(Rejection.Reason reason);
}
