package io.muster.contract.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the records that partitions hold at one moment: from the beginning to the end offsets of that moment. The
 * consumer stays open. Not thread-safe.
 *
 * <p>Every method may also throw a {@link org.apache.kafka.common.KafkaException} if the broker does not answer or
 * denies access.
 */
public final class SnapshotReader<K, V> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<K, V> consumer;
    private final Duration patience;
    private final Map<TopicPartition, Long> ends;

    /**
     * Assigns the partitions to the consumer.
     *
     * @param consumer its isolation level decides whether records of open transactions are read
     * @param patience the timeout of each request, and of waiting for the next record
     */
    public SnapshotReader(Consumer<K, V> consumer, List<TopicPartition> partitions, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions, patience);
    }

    /** All partitions of a topic; none if it is missing. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic, Duration patience) {
        return consumer.partitionsFor(topic, patience).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /**
     * Returns the next records, ordered within each partition; an empty list at the end.
     *
     * @throws TimeoutException if records are left, and none arrives in time
     */
    public List<ConsumerRecord<K, V>> next() {
        long since = System.nanoTime();
        for (long left = left(); left > 0; ) {
            List<ConsumerRecord<K, V>> records = poll();
            if (!records.isEmpty()) {
                return records;
            }
            long before = left;
            left = left(); // falls without a record over the markers of transactions
            if (left < before) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new TimeoutException("no records of " + ends.keySet() + " within " + patience);
            }
        }
        return List.of();
    }

    private List<ConsumerRecord<K, V>> poll() {
        List<ConsumerRecord<K, V>> records = new ArrayList<>();
        for (ConsumerRecord<K, V> record : consumer.poll(POLL)) {
            if (record.offset() < end(new TopicPartition(record.topic(), record.partition()))) {
                records.add(record);
            }
        }
        return records;
    }

    private long left() {
        return ends.keySet().stream()
                .mapToLong(partition -> Math.max(0, end(partition) - consumer.position(partition, patience)))
                .sum();
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
