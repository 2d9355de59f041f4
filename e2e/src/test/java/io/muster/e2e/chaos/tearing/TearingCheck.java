package io.muster.e2e.chaos.tearing;

import io.muster.contract.connection.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks at every transaction of an application that has ended: whether it is whole, and whether the offsets that it commits agree with
 * the rows that it has.
 *
 * @param transactions how many there are on the log, of all producers
 * @param decisions how many the coordinator has written down
 * @param aborted how many transactions were aborted
 * @param flushes how many committed ones moved offsets of the input topic
 * @param rounds how many committed ones have cells
 * @param torn what is torn, in words; nothing if all is whole
 */
public record TearingCheck(
        int transactions, int decisions, long aborted, long flushes, long rounds, List<String> torn) {

    /**
     * Reads all logs of a broker that has everything: no transaction is open, and all replicas are in sync.
     *
     * @param data the data of the broker
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
                + flushes + " moved offsets of statements, " + rounds + " have subtotals; " + torn.size() + " torn";
    }
}
