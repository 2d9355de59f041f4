package io.muster.e2e.chaos.tearing;

import io.muster.domain.ledger.Cell;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.domain.oracle.PartitionRecount.Count;
import io.muster.e2e.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger wrote in one committed transaction.
 *
 * @param name to be told by
 * @param offsets the committed offset of input partitions: those before it are counted
 * @param cells subtotals for the tally
 * @param logged subtotals on the changelog, where the ledger is in RocksDB
 * @param participants keys on the changelog of participants, where the ledger is in RocksDB
 * @param rejections the positions of the records refused
 * @param sentHome the positions of the records copied to the partition where they belong
 */
record Flush(
        String name,
        Map<Integer, Long> offsets,
        List<Subtotal> cells,
        List<Subtotal> logged,
        Set<String> participants,
        List<Change> corrections,
        List<Loss> losses,
        List<Position> rejections,
        List<Position> sentHome) {

    /** A subtotal of an input partition. */
    record Subtotal(int partition, Cell cell, Count count) {}
}
