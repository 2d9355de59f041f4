package io.muster.e2e.chaos.tearing;

import io.muster.domain.ledger.Cell;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.domain.oracle.PartitionRecount;
import io.muster.e2e.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares offsets with rows, transaction by transaction. A committed transaction advances the offsets of input
 * partitions.
 *
 * <ul>
 *   <li>Corrections, lost statements, rejections and copies of misplaced records: the transaction has exactly those
 *   that the oracle expects from the records between the two offsets, each once.
 *   <li>Changelogs, with the ledger in RocksDB: after the transaction the subtotals are those that the oracle counts
 *   before the committed offset, and every participant with a new winning statement is written.
 *   <li>Cells are flushed at intervals, so most transactions have none. A flush forwards all changed cells and
 *   requests a commit, which follows at once; only during a rebalance the thread cannot commit and adds more records
 *   to the same transaction. So after a transaction with cells of a partition, all cells of that partition equal what
 *   the oracle counts before one offset: the committed one, or one between it and the previous one. A transaction
 *   without cells asserts nothing about them.
 *   <li>At the end all three hold for all records.
 * </ul>
 *
 * <p>Compares the counts of enrolled and withdrawn participants, not segments and recording times; other tests
 * compare rows in full.
 */
final class FlushCheck {

    private final SortedMap<Integer, Partition> partitions = new TreeMap<>();
    private final List<String> torn = new ArrayList<>();
    private boolean isLogged;

    private FlushCheck(Map<Integer, List<InputRecord>> input) {
        input.forEach((partition, records) -> partitions.put(partition, new Partition(partition, records)));
    }

    /**
     * Descriptions of the deviations; empty if there are none.
     *
     * @param inOrder the flushes in commit order
     */
    static List<String> torn(Map<Integer, List<InputRecord>> input, List<Flush> inOrder) {
        FlushCheck check = new FlushCheck(input);
        inOrder.forEach(check::take);
        check.partitions.values().forEach(check::end);
        return check.torn;
    }

    private void take(Flush flush) {
        Set<Integer> forwarded = new HashSet<>();
        for (Flush.Subtotal subtotal : flush.cells()) {
            forwarded.add(subtotal.partition());
            partition(subtotal.partition()).cells.put(subtotal.cell(), subtotal.count());
        }
        Set<Integer> touched = new TreeSet<>(flush.offsets().keySet());
        touched.addAll(forwarded);
        Expected expected = new Expected();
        for (int number : touched) {
            Partition partition = partition(number);
            long offset = flush.offsets().getOrDefault(number, partition.offset);
            if (offset < partition.offset) {
                torn.add(flush.name() + " moves the offset of partition " + number + " back from " + partition.offset
                        + " to " + offset);
            }
            boolean agreed = partition.advance(offset, expected);
            if (!agreed && forwarded.contains(number)) {
                tell(flush.name(), "cells", partition, partition.cells);
            }
        }
        compare(flush, "corrections", expected.corrections, flush.corrections());
        compare(flush, "lost statements", expected.losses, flush.losses());
        compare(flush, "rejections", expected.rejections, flush.rejections());
        compare(flush, "copies of misplaced records", expected.sentHome, flush.sentHome());
        takeChangelogs(flush, expected);
    }

    private void takeChangelogs(Flush flush, Expected expected) {
        for (Flush.Subtotal subtotal : flush.logged()) {
            isLogged = true;
            partition(subtotal.partition()).logged.put(subtotal.cell(), subtotal.count());
        }
        if (isLogged) {
            flush.offsets()
                    .keySet()
                    .forEach(number -> tell(flush.name(), "changelog", partition(number), partition(number).logged));
            expected.participants.removeAll(flush.participants());
            if (!expected.participants.isEmpty()) {
                torn.add(flush.name() + " did not log the participants " + expected.participants);
            }
        }
    }

    private void end(Partition partition) {
        partition.advance(Long.MAX_VALUE, new Expected());
        tell("at the end", "cells", partition, partition.cells);
        if (isLogged) {
            tell("at the end", "changelog", partition, partition.logged);
        }
    }

    private void tell(String when, String topic, Partition partition, Subtotals subtotals) {
        subtotals
                .differences()
                .forEach(difference -> torn.add(when + ", " + topic + " of partition " + partition.number + " before "
                        + partition.offset + ": " + difference));
    }

    private <T> void compare(Flush flush, String what, Collection<T> expected, Collection<T> found) {
        Map<T, Long> due = times(expected);
        Map<T, Long> there = times(found);
        if (!due.equals(there)) {
            Set<T> missing = new HashSet<>(due.keySet());
            missing.removeAll(there.keySet());
            Set<T> strange = new HashSet<>(there.keySet());
            strange.removeAll(due.keySet());
            torn.add(flush.name() + " with offsets " + flush.offsets() + " has " + found.size() + " " + what + ", not "
                    + expected.size() + ": missing " + missing + ", unexpected " + strange);
        }
    }

    private static <T> Map<T, Long> times(Collection<T> items) {
        return items.stream().collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    }

    private Partition partition(int number) {
        return partitions.computeIfAbsent(number, missing -> new Partition(missing, List.of()));
    }

    /** The rows expected in one flush. */
    private static final class Expected {
        private final List<Change> corrections = new ArrayList<>();
        private final List<Loss> losses = new ArrayList<>();
        private final List<Position> rejections = new ArrayList<>();
        private final List<Position> sentHome = new ArrayList<>();
        private final Set<String> participants = new HashSet<>();
    }

    /** The recount of an input partition up to an offset. */
    private static final class Partition {
        private final int number;
        private final List<InputRecord> records;
        private final PartitionRecount recount = new PartitionRecount();
        private final Subtotals cells = new Subtotals(recount);
        private final Subtotals logged = new Subtotals(recount);
        private int taken;
        private long offset;

        Partition(int number, List<InputRecord> records) {
            this.number = number;
            this.records = records;
        }

        /** Continues the recount; returns whether all cells matched at some offset on the way. */
        boolean advance(long to, Expected expected) {
            boolean agreed = cells.agree();
            while (taken < records.size() && records.get(taken).offset() < to) {
                take(records.get(taken++), expected);
                agreed |= cells.agree();
            }
            offset = Math.max(offset, to);
            return agreed;
        }

        private void take(InputRecord record, Expected expected) {
            if (record.statement() == null) {
                expected.rejections.add(new Position(number, record.offset()));
            } else if (!record.isHome()) {
                if (!record.isCopy()) {
                    expected.sentHome.add(new Position(number, record.offset()));
                }
            } else {
                take(recount.take(record.statement()), expected);
            }
        }

        private void take(PartitionRecount.Step step, Expected expected) {
            if (step.correction() != null) {
                expected.corrections.add(step.correction());
            }
            if (step.loss() != null) {
                expected.losses.add(step.loss());
            }
            if (!step.winner().equals(step.before())) {
                expected.participants.add(step.key());
                compare(PartitionRecount.cell(step.winner()));
                if (step.before() != null) {
                    compare(PartitionRecount.cell(step.before()));
                }
            }
        }

        private void compare(Cell cell) {
            cells.compare(cell);
            logged.compare(cell);
        }
    }
}
