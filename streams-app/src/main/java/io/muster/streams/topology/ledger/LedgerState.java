package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;

/**
 * The state of one ledger task: the winning statement of each participant, and the subtotals of its input partition.
 */
interface LedgerState {

    /**
     * Counts a valid statement. The next commit covers all of its effects.
     *
     * @param receivedAt the timestamp of its record, epoch milliseconds
     */
    Outcome apply(Statement statement, long receivedAt);

    /** Whether the state is rebuilt from its input and no record was restored. */
    boolean isRestoredEmpty();

    /** The subtotals. After a start, all of them are marked as changed. */
    SubtotalBook book();
}
