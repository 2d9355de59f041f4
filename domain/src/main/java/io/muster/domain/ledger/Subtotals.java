package io.muster.domain.ledger;

import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;

/** How many participants stand in each cell. */
public interface Subtotals {

    /**
     * Notes that a valid statement named the cell, though it does not win. So the existence of a subtotal, and the latest
     * {@code recordedAt} in it, depend on the set of statements only, not on their order.
     *
     * @param recordedAt epoch milliseconds
     */
    void note(Cell cell, Segments segments, long recordedAt);

    /**
     * Adds a participant whose statement wins, and notes it.
     *
     * @param recordedAt epoch milliseconds
     */
    void enter(Cell cell, Status status, Segments segments, long recordedAt);

    /** Takes away a participant whose statement does not stand any more. */
    void leave(Cell cell, Status status, Segments segments);
}
