package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;

/** The ledger of one task, that can be stopped and started again. */
interface LedgerUnderTest extends AutoCloseable {

    /** Delivers a valid statement. */
    Outcome state(Statement statement);

    SubtotalBook book();

    /** Stops it cleanly, and starts it from what it kept. */
    void restart();

    @Override
    void close();
}
