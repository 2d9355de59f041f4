package io.muster.streams.topology.stage;

import io.muster.contract.mapping.HeartbeatMapping;
import io.muster.domain.tally.Heartbeat;
import io.muster.domain.tally.Heartbeat.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Publishes how far a task has counted: up to the last record that a flush covered. Heartbeats are committed with the
 * counts, so they stop when a thread hangs, a task has no owner, or transactions fail.
 */
public final class TaskHeartbeat implements TaskFlushes.Flush, AutoCloseable {

    /** A reader that misses three of them reports the partition as stopped. */
    public static final Duration EVERY = Duration.ofSeconds(3);

    private static final long NO_RECORD = -1;

    private final Input input;
    private final String sink;
    private final ProcessorContext<Object, Object> context;
    private final InputProgress progress;
    private final TaskFlushes.Flush flush;
    private final Succession succession;
    private final Cancellable schedule;

    /** Two numbers instead of a position, because they change with every record. */
    private long next = NO_RECORD;

    private long timestamp;
    private Position flushed = new Position(NO_RECORD, 0);

    /** A stage and the topic that it reads. */
    public record Input(Stage stage, String topic) {}

    /**
     * How far a task has come.
     *
     * @param next the offset after its last record, or {@link #NO_RECORD}
     * @param timestamp of its last record, epoch milliseconds
     */
    private record Position(long next, long timestamp) {

        @Nullable
        Instant recordTime() {
            return next == NO_RECORD ? null : Instant.ofEpochMilli(timestamp);
        }
    }

    /**
     * Must be created when the task is initialised, on the thread that runs it.
     *
     * @param sink the node that writes heartbeats
     * @param flush forwards what the task changed
     */
    public TaskHeartbeat(
            Input input,
            String sink,
            ProcessorContext<Object, Object> context,
            InputProgress progress,
            TaskFlushes.Flush flush,
            Succession succession) {
        this.input = input;
        this.sink = sink;
        this.context = context;
        this.progress = progress;
        this.flush = flush;
        this.succession = succession;
        // anchored, so that one commit covers the heartbeats of all tasks of a thread
        this.schedule = context.schedule(Instant.EPOCH, EVERY, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    /**
     * Registers a processed record.
     *
     * @param recordTime its timestamp, epoch milliseconds
     */
    public void processed(long offset, long recordTime) {
        next = offset + 1;
        timestamp = recordTime;
    }

    @Override
    public boolean isNeeded() {
        return flush.isNeeded();
    }

    @Override
    public boolean isPermitted(long now) {
        return flush.isPermitted(now);
    }

    @Override
    public boolean run(long now) {
        boolean hasForwarded = flush.run(now);
        markFlushed();
        return hasForwarded;
    }

    private void publish(long now) {
        if (!succession.isPublisher()) {
            return; // readers see the rows of the predecessor, which publishes its own heartbeats
        }
        if (!flush.isNeeded()) {
            markFlushed(); // no record since the last flush changed anything
        }
        Heartbeat heartbeat = new Heartbeat(
                context.applicationId(),
                input.stage(),
                partition(),
                countedThrough(),
                flushed.recordTime(),
                value(progress.remaining(input.topic(), partition())),
                Instant.ofEpochMilli(now));
        context.forward(new Record<>(HeartbeatMapping.key(heartbeat), HeartbeatMapping.toAvro(heartbeat), now), sink);
    }

    private void markFlushed() {
        flushed = new Position(next, timestamp);
    }

    private @Nullable Long countedThrough() {
        if (flushed.next() == NO_RECORD) {
            return value(progress.committed(input.topic(), partition()));
        }
        return flushed.next();
    }

    private static @Nullable Long value(OptionalLong known) {
        return known.isPresent() ? known.getAsLong() : null;
    }

    private int partition() {
        return context.taskId().partition();
    }

    @Override
    public void close() {
        schedule.cancel();
    }
}
