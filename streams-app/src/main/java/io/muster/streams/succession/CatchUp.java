package io.muster.streams.succession;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.streams.offsets.Lag;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application has in its cells all that its predecessor counted. Offsets are looked at one after the other, as each commit
 * covers what was sent on by then: the statements, then those that were sent home, then the cells.
 */
final class CatchUp implements AutoCloseable {

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

    private boolean isReached(Topic<?> topic, Map<Integer, Long> goal) throws ExecutionException, InterruptedException {
        return Lag.isNone(consumer, topic, offsets.committed(applicationId, topic), goal);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
