package io.muster.e2e.chaos.tearing;

import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Assembles transactions from the batches of all partitions and finds torn ones. In version 2 of Kafka's transaction
 * protocol each transaction has its own producer epoch, and its markers have a later one. Hence
 *
 * <ul>
 *   <li>the records of an epoch are followed by a marker of a later epoch before the producer's next epoch begins,
 *   <li>no record comes after a marker of a later epoch,
 *   <li>the records of one epoch end with the same decision in every partition,
 *   <li>and every decision of the coordinator has its marker in every partition that it names.
 * </ul>
 */
final class TransactionLog {

    private final Map<List<Long>, Transaction> transactions = new LinkedHashMap<>();
    private final Map<List<Object>, LogBatch> markers = new HashMap<>();
    private final List<String> torn = new ArrayList<>();

    /** @param batches batches of each partition, in offset order */
    TransactionLog(Collection<LogBatch> batches, Collection<Decision> decisions) {
        Map<TopicPartition, Map<Long, Producer>> producers = new HashMap<>();
        for (LogBatch batch : batches) {
            producers
                    .computeIfAbsent(batch.partition(), partition -> new HashMap<>())
                    .computeIfAbsent(batch.producerId(), id -> new Producer())
                    .take(batch);
        }
        producers.values().forEach(each -> each.values().forEach(Producer::end));
        transactions.values().stream()
                .filter(transaction -> !transaction.isWhole())
                .forEach(transaction -> torn.add("not ended by the same decision everywhere: " + transaction));
        decisions.forEach(this::compare);
    }

    /** All transactions, unordered. */
    Collection<Transaction> transactions() {
        return transactions.values();
    }

    /** Descriptions of torn transactions; empty if all are complete. */
    List<String> torn() {
        return torn;
    }

    private void compare(Decision decision) {
        for (TopicPartition partition : decision.partitions()) {
            LogBatch marker = markers.get(List.of(partition, decision.producerId(), decision.epoch()));
            if (marker == null) {
                torn.add("no marker in " + partition + " of " + decision);
            } else if (marker.kind() != decision.kind()) {
                torn.add(marker + " contradicts " + decision);
            }
        }
    }

    /** The batches of one producer on one partition. */
    private final class Producer {
        private final List<LogBatch> open = new ArrayList<>();
        private @Nullable LogBatch lastMarker;

        void take(LogBatch batch) {
            if (batch.isMarker()) {
                takeMarker(batch);
                return;
            }
            if (lastMarker != null && batch.epoch() < lastMarker.epoch()) {
                torn.add(batch + " after its end: " + lastMarker);
            }
            if (!open.isEmpty() && open.get(0).epoch() != batch.epoch()) {
                torn.add(batch + " while another transaction of the producer is open: " + open.get(0));
            }
            open.add(batch);
        }

        private void takeMarker(LogBatch marker) {
            LogBatch same =
                    markers.putIfAbsent(List.of(marker.partition(), marker.producerId(), marker.epoch()), marker);
            if (same != null && same.kind() != marker.kind()) {
                torn.add(marker + " after " + same);
            }
            if (!open.isEmpty()) {
                LogBatch first = open.get(0);
                if (marker.epoch() <= first.epoch()) {
                    torn.add(marker + " has no later epoch than its records: " + first);
                }
                transactions
                        .computeIfAbsent(
                                List.of(first.producerId(), (long) first.epoch()),
                                id -> new Transaction(first.producerId(), first.epoch()))
                        .add(List.copyOf(open), marker);
                open.clear();
            }
            lastMarker = marker;
        }

        void end() {
            if (!open.isEmpty()) {
                torn.add("no marker after " + open.get(0));
            }
        }
    }

    /** Number of transactions that ended in the given way. */
    long count(Kind kind) {
        return transactions.values().stream()
                .filter(transaction -> transaction.isCommitted() == (kind == Kind.COMMIT))
                .count();
    }
}
