package io.muster.e2e.chaos.tearing;

import io.muster.domain.ledger.Cell;
import io.muster.domain.oracle.PartitionRecount;
import io.muster.domain.oracle.PartitionRecount.Count;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The latest subtotals of an input partition on a topic, and their differences from a recount. */
final class Subtotals {

    private static final int TOLD = 3;

    private final PartitionRecount recount;
    private final Map<Cell, Count> latest = new HashMap<>();
    private final Set<Cell> differing = new LinkedHashSet<>();

    Subtotals(PartitionRecount recount) {
        this.recount = recount;
    }

    void put(Cell cell, Count count) {
        latest.put(cell, count);
        compare(cell);
    }

    /** Compares a cell again after the recount or the topic changed. */
    void compare(Cell cell) {
        if (of(cell).equals(recount.of(cell))) {
            differing.remove(cell);
        } else {
            differing.add(cell);
        }
    }

    /** Whether the topic equals the recount. */
    boolean agree() {
        return differing.isEmpty();
    }

    /** Some of the differences, as text. */
    List<String> differences() {
        return differing.stream()
                .limit(TOLD)
                .map(cell -> cell + " is " + of(cell) + ", not " + recount.of(cell) + " (" + differing.size()
                        + " cells differ)")
                .toList();
    }

    private Count of(Cell cell) {
        return latest.getOrDefault(cell, Count.NONE);
    }
}
