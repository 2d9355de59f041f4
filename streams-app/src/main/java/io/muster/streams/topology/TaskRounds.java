package io.muster.streams.topology;

import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The rounds of one task of a stage: looks now and then whether one is due, runs it, and knows what is still to hand on. */
public final class TaskRounds implements AutoCloseable {

    private final RoundPacer pacer;
    private final Backlog backlog;
    private final ProcessorContext<?, ?> context;
    private final Round round;
    private final Cancellable schedule;
    private long taken;
    private long handedOn;

    /** Hands on what changed. */
    public interface Round {

        /** Whether there may be anything to hand on. */
        boolean isNeeded();

        /**
         * @param now epoch milliseconds
         * @return whether anything was handed on
         */
        boolean run(long now);
    }

    /** To be called when the task is initialised, by the thread that runs it. */
    public TaskRounds(Rounds rounds, ProcessorContext<?, ?> context, Round round) {
        this.pacer = rounds.pacers().get();
        this.backlog = rounds.backlog();
        this.context = context;
        this.round = round;
        this.schedule = context.schedule(rounds.checkEvery(), PunctuationType.WALL_CLOCK_TIME, this::check);
        took(); // what was restored is to be handed on again
    }

    /** A record was taken; what it changed follows with the next round. */
    public void took() {
        taken++;
        backlog.took();
    }

    private void check(long now) {
        // a round asks for a commit, which the thread does before it looks here again: only then can others see it
        backlog.handedOn(handedOn);
        handedOn = 0;
        if (round.isNeeded()) {
            pacer.run(this, () -> run(now));
        } else {
            moveOn();
        }
    }

    private void run(long now) {
        if (round.run(now)) {
            context.commit();
        }
        moveOn();
    }

    private void moveOn() {
        handedOn += taken;
        taken = 0;
    }

    /** The task goes; what it did not hand on is handed on by whoever gets it. */
    @Override
    public void close() {
        schedule.cancel();
        pacer.forget(this);
        backlog.handedOn(taken + handedOn);
    }
}
