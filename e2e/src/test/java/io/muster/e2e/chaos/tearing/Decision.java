package io.muster.e2e.chaos.tearing;

import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import io.muster.e2e.chaos.tearing.LogBatch.LogRecord;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.jspecify.annotations.Nullable;

/**
 * A decision that the transaction coordinator logged before writing the markers.
 *
 * @param epoch epoch of the markers
 * @param partitions all partitions of the transaction
 */
record Decision(long producerId, int epoch, Kind kind, Set<TopicPartition> partitions) {

    static final String TOPIC = "__transaction_state";

    /** Ids of Kafka's {@code TransactionState}. */
    private static final int PREPARE_COMMIT = 2;

    private static final int PREPARE_ABORT = 3;

    /** Parses a record of {@link #TOPIC}; null if it holds another state of a transaction. */
    static @Nullable Decision of(LogRecord record) {
        if (record.value() == null) {
            return null;
        }
        ByteBufferAccessor bytes = new ByteBufferAccessor(ByteBuffer.wrap(record.value()));
        TransactionLogValue value = new TransactionLogValue(bytes, bytes.readShort());
        return switch (value.transactionStatus()) {
            case PREPARE_COMMIT ->
                new Decision(value.producerId(), value.producerEpoch(), Kind.COMMIT, partitions(value));
            case PREPARE_ABORT ->
                new Decision(value.producerId(), value.producerEpoch(), Kind.ABORT, partitions(value));
            default -> null;
        };
    }

    private static Set<TopicPartition> partitions(TransactionLogValue value) {
        List<TransactionLogValue.PartitionsSchema> topics = value.transactionPartitions();
        return topics == null
                ? new HashSet<>()
                : topics.stream()
                        .flatMap(topic -> topic.partitionIds().stream()
                                .map(partition -> new TopicPartition(topic.topic(), partition)))
                        .collect(Collectors.toSet());
    }
}
