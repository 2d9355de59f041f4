package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;
import java.time.Instant;

/** The ledger of one task, which can be restarted. */
interface LedgerUnderTest extends AutoCloseable {

    /** Delivers a valid statement at its recording time. */
    default Outcome state(Statement statement) {
        return state(statement, statement.recordedAt());
    }

    /** Delivers a valid statement. */
    Outcome state(Statement statement, Instant receivedAt);

    SubtotalBook book();

    /** Stops the ledger cleanly and restores it. */
    void restart();

    @Override
    void close();
}
