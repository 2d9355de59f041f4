package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;

/** The state of one ledger task: what stands for each participant, and the subtotals of its input partition. */
interface LedgerState {

    /** Counts a valid statement. Whatever is committed afterwards covers it whole. */
    Outcome apply(Statement statement);

    /** The subtotals to hand on. After a start, all of them are marked as changed. */
    SubtotalBook book();
}
