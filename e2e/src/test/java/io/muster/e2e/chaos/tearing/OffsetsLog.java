package io.muster.e2e.chaos.tearing;

import io.muster.e2e.chaos.tearing.LogBatch.LogRecord;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.group.generated.OffsetCommitKey;
import org.apache.kafka.coordinator.group.generated.OffsetCommitValue;

/** The offsets that transactions commit for one consumer group. */
final class OffsetsLog {

    static final String TOPIC = "__consumer_offsets";

    private final String group;

    OffsetsLog(String group) {
        this.group = group;
    }

    /** The offsets that a transaction commits. */
    Map<TopicPartition, Long> committedBy(Transaction transaction) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (LogBatch batch : transaction.records(TOPIC)) {
            batch.records().forEach(record -> put(record, offsets));
        }
        return offsets;
    }

    /** The group's partition of the offsets topic. Its markers there are in commit order. */
    TopicPartition partitionAmong(List<Transaction> transactions) {
        return transactions.stream()
                .filter(transaction -> !committedBy(transaction).isEmpty())
                .findFirst()
                .map(transaction -> transaction.records(TOPIC).get(0).partition())
                .orElseThrow(() -> new AssertionError("no transaction commits offsets of " + group));
    }

    private void put(LogRecord record, Map<TopicPartition, Long> offsets) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        ByteBufferAccessor keyBytes = new ByteBufferAccessor(ByteBuffer.wrap(record.key()));
        short type = keyBytes.readShort();
        if (type != CoordinatorRecordType.OFFSET_COMMIT.id()) {
            return;
        }
        OffsetCommitKey key = new OffsetCommitKey(keyBytes, (short) 0);
        if (key.group().equals(group)) {
            ByteBufferAccessor bytes = new ByteBufferAccessor(ByteBuffer.wrap(record.value()));
            OffsetCommitValue value = new OffsetCommitValue(bytes, bytes.readShort());
            offsets.put(new TopicPartition(key.topic(), key.partition()), value.offset());
        }
    }
}
