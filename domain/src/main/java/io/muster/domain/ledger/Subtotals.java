package io.muster.domain.ledger;

import io.muster.domain.statement.Segments;

/** The number of participants in each cell. */
public interface Subtotals {

    /**
     * Records that a valid statement that did not win named the cell. So the existence of a subtotal, its segments and
     * its recorded times depend only on the set of statements, not on their order.
     *
     * @param segments the segments that the statement names
     * @param recordedAt epoch milliseconds
     */
    void note(Cell cell, Segments segments, long recordedAt);

    /** Adds a participant whose statement wins, and records that the statement named the cell. */
    void enter(Cell cell, Standing standing);

    /** Removes a participant whose winning statement was replaced or updated. */
    void leave(Cell cell, Standing standing);
}
