package io.muster.domain.ledger;

import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;

/** How many participants stand in each cell. */
public interface Subtotals {

    /**
     * Notes that a valid statement named the cell, whether it wins or not. So the existence of a subtotal, and the latest
     * {@code recordedAt} in it, depend on the set of statements only, not on their order.
     *
     * @param recordedAt epoch milliseconds
     */
    void note(Cell cell, Segments segments, long recordedAt);

    /** Adds {@code by} participants (1 or -1) of these segments to the cell. */
    void add(Cell cell, Status status, Segments segments, int by);
}
