package io.muster.streams.topology.stage;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the records of a stage that were processed but whose results are not committed yet. It is exact once input
 * stops. All tasks of this instance share it, across threads.
 */
public final class UncommittedCount {

    private final LongAdder processed = new LongAdder();
    private final LongAdder committed = new LongAdder();

    public void recordProcessed() {
        processed.increment();
    }

    /** The results of these records were committed, or their task was closed. */
    public void recordsCommitted(long records) {
        committed.add(records);
    }

    public long count() {
        long done = committed.sum(); // read first, so that the count is never too low
        return processed.sum() - done;
    }
}
