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
 * The records that the ledger wrote in one committed transaction.
 *
 * @param name identifies it in messages
 * @param offsets the committed offset of each input partition: all records before it are counted
 * @param cells subtotals for the tally
 * @param logged subtotals on the changelog, with the ledger in RocksDB
 * @param participants keys on the changelog of participants, with the ledger in RocksDB
 */
record Flush(
        String name,
        Map<Integer, Long> offsets,
        List<Subtotal> cells,
        List<Subtotal> logged,
        Set<String> participants,
        Reports reports) {

    /**
     * The records about single statements.
     *
     * @param rejections the positions of the rejected records
     * @param sentHome the positions of the records copied to the partition of their key
     */
    record Reports(List<Change> corrections, List<Loss> losses, List<Position> rejections, List<Position> sentHome) {}

    List<Change> corrections() {
        return reports.corrections;
    }

    List<Loss> losses() {
        return reports.losses;
    }

    List<Position> rejections() {
        return reports.rejections;
    }

    List<Position> sentHome() {
        return reports.sentHome;
    }

    /** A subtotal of an input partition. */
    record Subtotal(int partition, Cell cell, Count count) {}
}
