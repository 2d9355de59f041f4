package io.muster.streams.topology.stage;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The flushes of one task: checks on a schedule whether one is due, runs it, and counts the records that are not
 * committed yet.
 */
public final class TaskFlushes implements AutoCloseable {

    /** A task without records for this long has no lag. */
    private static final long IDLE_MILLIS = 200;

    private final FlushPolicy policy;
    private final FlushPacer pacer;
    private final UncommittedCount uncommitted;
    private final ProcessorContext<?, ?> context;
    private final Flush flush;
    private final Cancellable schedule;
    private long unflushed;
    private long flushed;
    private boolean isBusy;
    private long busyAt;
    private long latestTimestamp;

    /** Forwards the dirty state of a task. */
    public interface Flush {

        /** Whether there may be anything to forward. */
        boolean isNeeded();

        /**
         * Whether the flush may run yet. Until then, processed records stay uncommitted.
         *
         * @param now epoch milliseconds
         */
        boolean isPermitted(long now);

        /**
         * @param now epoch milliseconds
         * @return whether anything was forwarded
         */
        boolean run(long now);
    }

    /** Must be created when the task is initialised, on the thread that runs it. */
    public TaskFlushes(FlushPolicy policy, ProcessorContext<?, ?> context, Flush flush) {
        this.policy = policy;
        this.pacer = policy.pacers().get();
        this.uncommitted = policy.uncommitted();
        this.context = context;
        this.flush = flush;
        // anchored, so that all tasks of a thread check at the same moments
        this.schedule =
                context.schedule(Instant.EPOCH, policy.checkEvery(), PunctuationType.WALL_CLOCK_TIME, this::check);
        addUnflushed(); // restored state must be forwarded again
    }

    /**
     * Registers a processed record. The next flush forwards what it changed.
     *
     * @param timestamp of the record, epoch milliseconds
     */
    public void processed(long timestamp) {
        isBusy = true;
        latestTimestamp = timestamp;
        addUnflushed();
    }

    private void addUnflushed() {
        unflushed++;
        uncommitted.recordProcessed();
    }

    private void check(long now) {
        // a flush requests a commit, and the thread commits before it gets here again, except during a rebalance
        uncommitted.recordsCommitted(flushed);
        flushed = 0;
        long lag = TimeUnit.MILLISECONDS.toNanos(lag(now));
        if (!flush.isNeeded()) {
            markFlushed();
        } else if (flush.isPermitted(now)) {
            pacer.run(policy, this, lag, () -> run(now));
        }
    }

    /** How far the records lag behind, in milliseconds. */
    private long lag(long now) {
        if (isBusy) {
            isBusy = false;
            busyAt = now;
        }
        return now - busyAt < IDLE_MILLIS ? Math.max(0, now - latestTimestamp) : 0;
    }

    private boolean run(long now) {
        boolean hasForwarded = flush.run(now);
        if (hasForwarded) {
            context.commit();
        }
        markFlushed();
        return hasForwarded;
    }

    private void markFlushed() {
        flushed += unflushed;
        unflushed = 0;
    }

    /** Changes that are not flushed yet are flushed by the next owner of the task. */
    @Override
    public void close() {
        schedule.cancel();
        pacer.forget(policy, this);
        uncommitted.recordsCommitted(unflushed + flushed);
    }
}
