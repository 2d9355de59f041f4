package io.muster.streams.topology;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many records a stage took whose consequences it has not handed on yet. Exact when nothing comes in any more; counted over
 * all tasks of this instance, by many threads.
 */
public final class Backlog {

    private final LongAdder taken = new LongAdder();
    private final LongAdder handedOn = new LongAdder();

    /** A record was taken. */
    public void took() {
        taken.increment();
    }

    /** The consequences of that many records were handed on, or went with their task. */
    public void handedOn(long records) {
        handedOn.add(records);
    }

    public long records() {
        long done = handedOn.sum(); // first, so that it never looks smaller than it is
        return taken.sum() - done;
    }
}
