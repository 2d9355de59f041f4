package io.muster.streams.topology;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The rounds of one task of a stage: looks now and then whether one is due, runs it, and knows what is still to hand on. */
public final class TaskRounds implements AutoCloseable {

    /** After that long without a record, nothing lags behind any more. */
    private static final long IDLE_MILLIS = 200;

    private final Rounds stage;
    private final RoundPacer pacer;
    private final Backlog backlog;
    private final ProcessorContext<?, ?> context;
    private final Round round;
    private final Cancellable schedule;
    private long taken;
    private long handedOn;
    private boolean isBusy;
    private long busyAt;
    private long latestTimestamp;

    /** Hands on what changed. */
    public interface Round {

        /** Whether there may be anything to hand on. */
        boolean isNeeded();

        /**
         * Whether it may run yet. Until then what was taken stays to be forwarded.
         *
         * @param now epoch milliseconds
         */
        boolean isPermitted(long now);

        /**
         * @param now epoch milliseconds
         * @return whether anything was handed on
         */
        boolean run(long now);
    }

    /** To be called when the task is initialised, by the thread that runs it. */
    public TaskRounds(Rounds rounds, ProcessorContext<?, ?> context, Round round) {
        this.stage = rounds;
        this.pacer = rounds.pacers().get();
        this.backlog = rounds.backlog();
        this.context = context;
        this.round = round;
        // anchored, so that all tasks of a thread look at the same moments
        this.schedule =
                context.schedule(Instant.EPOCH, rounds.checkEvery(), PunctuationType.WALL_CLOCK_TIME, this::check);
        take(); // what was restored is to be handed on again
    }

    /**
     * A record was taken; what it changed follows with the next round.
     *
     * @param timestamp of the record, epoch milliseconds
     */
    public void took(long timestamp) {
        isBusy = true;
        latestTimestamp = timestamp;
        take();
    }

    private void take() {
        taken++;
        backlog.took();
    }

    private void check(long now) {
        // a round asks for a commit: only then can others see it. The thread commits before it looks here again, except
        // while a rebalance goes on
        backlog.handedOn(handedOn);
        handedOn = 0;
        long lag = TimeUnit.MILLISECONDS.toNanos(lag(now));
        if (!round.isNeeded()) {
            moveOn();
        } else if (round.isPermitted(now)) {
            pacer.run(stage, this, lag, () -> run(now));
        }
    }

    /** By how much the records lag behind, in milliseconds. */
    private long lag(long now) {
        if (isBusy) {
            isBusy = false;
            busyAt = now;
        }
        return now - busyAt < IDLE_MILLIS ? Math.max(0, now - latestTimestamp) : 0;
    }

    private boolean run(long now) {
        boolean hasHandedOn = round.run(now);
        if (hasHandedOn) {
            context.commit();
        }
        moveOn();
        return hasHandedOn;
    }

    private void moveOn() {
        handedOn += taken;
        taken = 0;
    }

    /** The task goes; what it did not hand on is handed on by whoever gets it. */
    @Override
    public void close() {
        schedule.cancel();
        pacer.forget(stage, this);
        backlog.handedOn(taken + handedOn);
    }
}
