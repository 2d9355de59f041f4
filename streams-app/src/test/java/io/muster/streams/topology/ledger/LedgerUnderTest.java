package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;
import java.time.Instant;

/** The ledger of one task, that can be stopped and started again. */
interface LedgerUnderTest extends AutoCloseable {

    /** Delivers a valid statement in time. */
    default Outcome state(Statement statement) {
        return state(statement, statement.recordedAt());
    }

    /** Delivers a valid statement. */
    Outcome state(Statement statement, Instant receivedAt);

    SubtotalBook book();

    /** Stops it cleanly, and starts it from what it kept. */
    void restart();

    @Override
    void close();
}
