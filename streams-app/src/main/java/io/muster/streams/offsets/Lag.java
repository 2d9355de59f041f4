package io.muster.streams.offsets;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether an application has records before it. To compare offsets is not enough: the ends of transactions have offsets as well, are
 * handed to no one, and not always committed.
 */
public final class Lag {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 5;

    private Lag() {}

    /**
     * Whether an application has counted all statements that are committed by now: it has taken them, handed on their cells, taken
     * those, and handed on the rows. The order matters: each step can only follow what the one before has let through.
     *
     * @param consumer reads what is committed, in no group
     * @param backlog records that its instances took and whose consequences they have not handed on
     */
    public static boolean isNone(
            Admin admin, Consumer<byte[], byte[]> consumer, String applicationId, LongSupplier backlog)
            throws ExecutionException, InterruptedException {
        return isNone(admin, consumer, applicationId, Topics.ENROLLMENTS)
                && backlog.getAsLong() == 0
                && isNone(admin, consumer, applicationId, Topics.cells(applicationId))
                && backlog.getAsLong() == 0;
    }

    private static boolean isNone(Admin admin, Consumer<byte[], byte[]> consumer, String applicationId, Topic<?> topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        Map<Integer, Long> taken = new HashMap<>();
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            taken.put(partition.partition(), offset == null ? 0 : offset.offset());
            ends.put(partition.partition(), end);
        });
        return isNone(consumer, topic, taken, ends);
    }

    /**
     * Whether there is no record between where somebody is and where it should be; false also if that cannot be seen in half a second.
     *
     * @param consumer reads what is committed, in no group
     * @param reached the next offset of each partition; 0 where there is none
     * @param goal the offset after the last record to be taken, of each partition
     */
    public static boolean isNone(
            Consumer<byte[], byte[]> consumer, Topic<?> topic, Map<Integer, Long> reached, Map<Integer, Long> goal) {
        Map<TopicPartition, Long> left = new HashMap<>();
        goal.forEach((partition, end) -> {
            if (reached.getOrDefault(partition, 0L) < end) {
                left.put(new TopicPartition(topic.name(), partition), end);
            }
        });
        consumer.assign(left.keySet());
        left.keySet().forEach(partition -> consumer.seek(partition, reached.getOrDefault(partition.partition(), 0L)));
        for (int i = 0; i < POLLS && isBefore(consumer, left); i++) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < left.getOrDefault(new TopicPartition(topic.name(), record.partition()), 0L)) {
                    return false;
                }
            }
        }
        return !isBefore(consumer, left);
    }

    private static boolean isBefore(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
