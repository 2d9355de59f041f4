package io.muster.streams.topology;

import io.muster.contract.mapping.HeartbeatMapping;
import io.muster.domain.counting.Heartbeat;
import io.muster.domain.counting.Heartbeat.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Says now and then how far a task has counted: through the last record that a round handed on. A thread that hangs, a task that nobody
 * has, a transaction that fails: no heartbeat.
 */
public final class TaskHeartbeat implements TaskRounds.Round, AutoCloseable {

    /** A reader that misses three of them calls the partition stopped. */
    static final Duration EVERY = Duration.ofSeconds(3);

    private final Stage stage;
    private final String topic;
    private final String sink;
    private final ProcessorContext<Object, Object> context;
    private final InputProgress progress;
    private final TaskRounds.Round round;
    private final Succession succession;
    private final Cancellable schedule;
    private Reached taken = new Reached(null, null);
    private Reached handedOn = taken;

    /** How far a task has come; with nothing before its first record. */
    private record Reached(@Nullable Long next, @Nullable Instant recordTime) {}

    /**
     * To be called when the task is initialised, by the thread that runs it.
     *
     * @param topic that the stage reads
     * @param sink that writes heartbeats
     * @param round hands on what the task took
     */
    public TaskHeartbeat(
            Stage stage,
            String topic,
            String sink,
            ProcessorContext<Object, Object> context,
            InputProgress progress,
            TaskRounds.Round round,
            Succession succession) {
        this.stage = stage;
        this.topic = topic;
        this.sink = sink;
        this.context = context;
        this.progress = progress;
        this.round = round;
        this.succession = succession;
        // anchored, so that one commit covers the heartbeats of all tasks of a thread
        this.schedule = context.schedule(Instant.EPOCH, EVERY, PunctuationType.WALL_CLOCK_TIME, this::say);
    }

    /** The record at hand was taken. */
    public void took(Record<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        context.recordMetadata().ifPresent(position -> taken = new Reached(position.offset() + 1, at));
    }

    @Override
    public boolean isNeeded() {
        return round.isNeeded();
    }

    @Override
    public boolean isPermitted(long now) {
        return round.isPermitted(now);
    }

    @Override
    public boolean run(long now) {
        boolean hasHandedOn = round.run(now);
        handedOn = taken;
        return hasHandedOn;
    }

    private void say(long now) {
        if (!succession.isOurTurn()) {
            return; // the predecessor counts; what this one has counted is not what readers see
        }
        if (!round.isNeeded()) {
            handedOn = taken; // it changed nothing
        }
        Heartbeat heartbeat = new Heartbeat(
                context.applicationId(),
                stage,
                partition(),
                countedThrough(),
                handedOn.recordTime(),
                value(progress.remaining(topic, partition())),
                Instant.ofEpochMilli(now));
        context.forward(new Record<>(HeartbeatMapping.key(heartbeat), HeartbeatMapping.toAvro(heartbeat), now), sink);
    }

    private @Nullable Long countedThrough() {
        return handedOn.next() == null ? value(progress.committed(topic, partition())) : handedOn.next();
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
