package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;

/** The state of one ledger task: what stands for each participant, and the subtotals of its input partition. */
interface LedgerState {

    /**
     * Counts a valid statement. Whatever is committed afterwards covers it whole.
     *
     * @param receivedAt the timestamp of its record, epoch milliseconds
     */
    Outcome apply(Statement statement, long receivedAt);

    /** Whether it is a fold of its input and no record was restored. */
    boolean isRestoredEmpty();

    /** The subtotals to hand on. After a start, all of them are marked as changed. */
    SubtotalBook book();
}
