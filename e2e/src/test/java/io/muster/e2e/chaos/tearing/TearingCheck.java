package io.muster.e2e.chaos.tearing;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * Checks every transaction of a stopped application: whether it is complete, and whether its committed offsets agree
 * with its rows.
 *
 * @param transactions number of transactions on the log, of all producers
 * @param decisions number of decisions of the coordinator
 * @param aborted number of aborted transactions
 * @param flushes number of committed transactions that moved offsets of the input topic
 * @param withCells number of committed transactions with cells
 * @param torn descriptions of torn transactions; empty if all are complete
 */
public record TearingCheck(
        int transactions, int decisions, long aborted, long flushes, long withCells, List<String> torn) {

    /**
     * Reads all logs of one broker. Requires that no transaction is open and all replicas are in sync.
     *
     * @param data the data directory of the broker
     */
    public static TearingCheck of(Connection connection, Path data, String applicationId) throws IOException {
        BrokerLogs logs = new BrokerLogs(data);
        List<Decision> decisions = logs.records(Decision.TOPIC).stream()
                .map(Decision::of)
                .filter(Objects::nonNull)
                .toList();
        TransactionLog log = new TransactionLog(logs.transactions(), decisions);
        List<Transaction> committed =
                log.transactions().stream().filter(Transaction::isCommitted).toList();
        TopicPartition offsets = new OffsetsLog(applicationId).partitionAmong(committed);
        List<Flush> flushes;
        try (FlushReader reader = new FlushReader(connection, applicationId)) {
            flushes = new CommitOrder(offsets)
                    .of(committed).stream().map(reader::read).toList();
        }
        List<String> torn = new ArrayList<>(log.torn());
        torn.addAll(FlushCheck.torn(InputRecord.read(connection, Topics.ENROLLMENTS.partitions()), flushes));
        if (decisions.size() < log.transactions().size()) {
            torn.add(decisions.size() + " decisions for " + log.transactions().size() + " transactions");
        }
        return new TearingCheck(
                log.transactions().size(),
                decisions.size(),
                log.count(Kind.ABORT),
                flushes.stream().filter(flush -> !flush.offsets().isEmpty()).count(),
                flushes.stream().filter(flush -> !flush.cells().isEmpty()).count(),
                torn);
    }

    @Override
    public String toString() {
        return transactions + " transactions, " + aborted + " of them aborted, by " + decisions + " decisions; "
                + flushes + " moved input offsets, " + withCells + " have subtotals; " + torn.size() + " torn";
    }
}
