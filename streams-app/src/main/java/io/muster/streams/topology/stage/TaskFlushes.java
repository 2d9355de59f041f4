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

    /**
     * A task that processes no record between so many checks is idle. Time does not tell, because a thread that flushes
     * or commits for seconds processes none. A single check does not tell either, because the records of other
     * partitions may be fetched first.
     */
    private static final int IDLE_CHECKS = 4;

    private static final long CLEAN = Long.MAX_VALUE;

    private final FlushPolicy policy;
    private final FlushPacer pacer;
    private final UncommittedCount uncommitted;
    private final ProcessorContext<?, ?> context;
    private final Flush flush;
    private final Cancellable schedule;
    private long unflushed;
    private long flushed;
    private boolean isBusy;
    private int quietChecks = IDLE_CHECKS;
    private long dirtySince = CLEAN;
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
        quietChecks = isBusy ? 0 : quietChecks + 1;
        if (isBusy && dirtySince == CLEAN) {
            dirtySince = now;
        }
        isBusy = false;
        pacer.setLag(this, lagNanos(now));
        if (!flush.isNeeded()) {
            markFlushed();
        } else if (!isWaiting(now) && flush.isPermitted(now)) {
            pacer.run(policy, this, () -> run(now));
        }
    }

    /** Whether more records are about to be processed, and a flush can wait for them. */
    private boolean isWaiting(long now) {
        return quietChecks == 0 && now - dirtySince < policy.longestWait().toMillis();
    }

    private long lagNanos(long now) {
        return quietChecks < IDLE_CHECKS
                ? TimeUnit.MILLISECONDS.toNanos(Math.max(0, now - latestTimestamp))
                : FlushPacer.IDLE;
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
        dirtySince = CLEAN;
    }

    /** Changes that are not flushed yet are flushed by the next owner of the task. */
    @Override
    public void close() {
        schedule.cancel();
        pacer.forget(policy, this);
        uncommitted.recordsCommitted(unflushed + flushed);
    }
}
