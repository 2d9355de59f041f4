package io.muster.streams.succession;

import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application has in its cells all that its predecessor counted. Offsets are looked at one after the other, as each commit
 * covers what was sent on by then: the statements, then those that were sent home, then the cells.
 */
final class CatchUp implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 5;

    private final GroupOffsets offsets;
    private final Consumer<byte[], byte[]> consumer;
    private final String applicationId;
    private final Topic<byte[]> cells;
    private final Map<Integer, Long> counted;
    private @Nullable Map<Integer, Long> sentHome;
    private @Nullable Map<Integer, Long> handedOn;

    /**
     * @param consumer reads what is committed, and is closed with this
     * @param counted up to where the predecessor has counted, by partition of the enrollments topic
     */
    CatchUp(GroupOffsets offsets, Consumer<byte[], byte[]> consumer, String applicationId, Map<Integer, Long> counted) {
        this.offsets = offsets;
        this.consumer = consumer;
        this.applicationId = applicationId;
        this.cells = Topics.cells(applicationId);
        this.counted = counted;
    }

    /** To be asked again until it is done. */
    boolean isDone() throws ExecutionException, InterruptedException {
        if (sentHome == null) {
            if (!isReached(Topics.ENROLLMENTS, counted)) {
                return false;
            }
            sentHome = offsets.ends(Topics.ENROLLMENTS);
        }
        if (handedOn == null) {
            if (!isReached(Topics.ENROLLMENTS, sentHome)) {
                return false;
            }
            handedOn = offsets.ends(cells);
        }
        return isReached(cells, handedOn);
    }

    /** How many offsets lie between where somebody is and where it should be. */
    static long missing(Map<Integer, Long> reached, Map<Integer, Long> goal) {
        return goal.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - reached.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Offsets may be missing that are no records, but the ends of transactions: they are not always committed. */
    private boolean isReached(Topic<?> topic, Map<Integer, Long> goal) throws ExecutionException, InterruptedException {
        Map<Integer, Long> reached = offsets.committed(applicationId, topic);
        Map<TopicPartition, Long> left = new HashMap<>();
        goal.forEach((partition, end) -> {
            if (reached.getOrDefault(partition, 0L) < end) {
                left.put(new TopicPartition(topic.name(), partition), end);
            }
        });
        consumer.assign(left.keySet());
        left.keySet().forEach(partition -> consumer.seek(partition, reached.getOrDefault(partition.partition(), 0L)));
        for (int i = 0; i < POLLS && isBefore(left); i++) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < left.getOrDefault(new TopicPartition(topic.name(), record.partition()), 0L)) {
                    return false;
                }
            }
        }
        return !isBefore(left);
    }

    private boolean isBefore(Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
