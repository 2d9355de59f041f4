package io.muster.domain.ledger;

import io.muster.domain.statement.Segments;

/** How many participants stand in each cell. */
public interface Subtotals {

    /**
     * Notes that a valid statement named the cell, though it does not win. So the existence of a subtotal, and the latest
     * {@code recordedAt} in it, depend on the set of statements only, not on their order.
     *
     * @param recordedAt epoch milliseconds
     */
    void note(Cell cell, Segments segments, long recordedAt);

    /** Adds a participant whose statement wins, and notes it. */
    void enter(Cell cell, Standing standing);

    /** Takes away a participant whose statement does not stand any more, or not so. */
    void leave(Cell cell, Standing standing);
}
