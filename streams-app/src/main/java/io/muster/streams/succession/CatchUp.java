package io.muster.streams.succession;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the cells of an application include all that its predecessor counted. It checks the committed offsets
 * in three steps: up to the statements that the predecessor counted, up to the copies that this application rerouted
 * meanwhile, and up to the cells that it forwarded. The order matters, because each commit covers the output of the
 * step before.
 */
final class CatchUp implements AutoCloseable {

    private final GroupOffsets offsets;
    private final Consumer<byte[], byte[]> consumer;
    private final String applicationId;
    private final Topic<byte[]> cells;
    private final Map<Integer, Long> counted;
    private @Nullable Map<Integer, Long> rerouted;
    private @Nullable Map<Integer, Long> forwarded;

    /**
     * @param consumer of committed records; closed with this object
     * @param counted the predecessor's last committed offsets, by partition of the enrollments topic
     */
    CatchUp(GroupOffsets offsets, Consumer<byte[], byte[]> consumer, String applicationId, Map<Integer, Long> counted) {
        this.offsets = offsets;
        this.consumer = consumer;
        this.applicationId = applicationId;
        this.cells = Topics.cells(applicationId);
        this.counted = counted;
    }

    /** Whether the application has caught up. Must be called repeatedly until it is true. */
    boolean isDone() throws ExecutionException, InterruptedException {
        if (rerouted == null) {
            if (!isReached(Topics.ENROLLMENTS, counted)) {
                return false;
            }
            rerouted = offsets.ends(Topics.ENROLLMENTS);
        }
        if (forwarded == null) {
            if (!isReached(Topics.ENROLLMENTS, rerouted)) {
                return false;
            }
            forwarded = offsets.ends(cells);
        }
        return isReached(cells, forwarded);
    }

    /** The number of offsets between the reached positions and the goal, over all partitions. */
    static long missing(Map<Integer, Long> reached, Map<Integer, Long> goal) {
        return goal.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - reached.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private boolean isReached(Topic<?> topic, Map<Integer, Long> goal) throws ExecutionException, InterruptedException {
        return Lag.isNone(consumer, topic, offsets.committed(applicationId, topic), goal);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
