package io.muster.e2e.chaos.tearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * The commit order of an application's transactions: the order of their markers on the partition of committed
 * offsets. A transaction without offsets, such as the first one after a start, follows the last transaction that
 * ended before it on a shared partition.
 */
final class CommitOrder {

    private final TopicPartition offsets;

    /** @param offsets the partition with the committed offsets of the application */
    CommitOrder(TopicPartition offsets) {
        this.offsets = offsets;
    }

    List<Transaction> of(List<Transaction> transactions) {
        List<Transaction> ordered = new ArrayList<>(transactions.stream()
                .filter(transaction -> transaction.endOn(offsets) >= 0)
                .sorted(Comparator.comparingLong(transaction -> transaction.endOn(offsets)))
                .toList());
        transactions.stream()
                .filter(transaction -> transaction.endOn(offsets) < 0)
                .forEach(transaction -> ordered.add(placeAmong(ordered, transaction), transaction));
        return ordered;
    }

    private static int placeAmong(List<Transaction> ordered, Transaction transaction) {
        for (int i = ordered.size() - 1; i >= 0; i--) {
            if (isBefore(ordered.get(i), transaction)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isBefore(Transaction one, Transaction other) {
        for (LogBatch marker : other.markers()) {
            long end = one.endOn(marker.partition());
            if (end >= 0 && end < marker.offset()) {
                return true;
            }
        }
        return false;
    }
}
