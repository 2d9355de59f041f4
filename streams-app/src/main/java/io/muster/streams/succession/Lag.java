package io.muster.streams.succession;

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
 * Tells whether an application has records left to process. Comparing offsets is not enough: transaction markers occupy
 * offsets too, are never delivered to a consumer, and are not always covered by a commit.
 */
public final class Lag {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 5;

    private Lag() {}

    /**
     * Whether an application has published the rows for all statements committed so far: it has processed the
     * statements, committed their cells, processed those, and committed the rows. The checks follow that order, because
     * each step depends on the one before.
     *
     * @param consumer of committed records, without a group
     * @param uncommitted the number of records whose results are not committed yet, over all instances
     */
    public static boolean isNone(
            Admin admin, Consumer<byte[], byte[]> consumer, String applicationId, LongSupplier uncommitted)
            throws ExecutionException, InterruptedException {
        return isNone(admin, consumer, applicationId, Topics.ENROLLMENTS)
                && uncommitted.getAsLong() == 0
                && isNone(admin, consumer, applicationId, Topics.cells(applicationId))
                && uncommitted.getAsLong() == 0;
    }

    private static boolean isNone(Admin admin, Consumer<byte[], byte[]> consumer, String applicationId, Topic<?> topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        Map<Integer, Long> reached = new HashMap<>();
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            reached.put(partition.partition(), offset == null ? 0 : offset.offset());
            ends.put(partition.partition(), end);
        });
        return isNone(consumer, topic, reached, ends);
    }

    /**
     * Whether there is no record between the reached offsets and the goal. Returns false if half a second is not enough
     * to find out.
     *
     * @param consumer of committed records, without a group
     * @param reached the next offset to process, by partition; missing means 0
     * @param goal the offset after the last record to process, by partition
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
