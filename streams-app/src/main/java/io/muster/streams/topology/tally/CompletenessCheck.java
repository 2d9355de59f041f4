package io.muster.streams.topology.tally;

import io.muster.streams.topology.InputProgress;
import io.muster.streams.topology.RestoreCheck;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Says whether the restored boards of a task are complete. A broker may have compacted a cell because of a later record that the task has not
 * read yet; until it reads that, the sums are too low. Such a later record is older than the compaction lag of the topic. So the
 * boards are complete once the task has taken a record younger than that, or all there is.
 */
final class CompletenessCheck {

    /** Half of the compaction lag of the topic: the clocks of brokers and instances may differ. */
    private static final long SURELY_KEPT_MILLIS = Duration.ofHours(12).toMillis();

    private final TallyStore store;
    private final RestoreCheck restored;
    private final BooleanSupplier isDrained;
    private boolean isComplete;
    private long takenBefore = -1;

    /** @param isDrained whether the consumer of the cells has fetched all there is; see {@link InputProgress#isDrained} */
    CompletenessCheck(TallyStore store, RestoreCheck restored, BooleanSupplier isDrained) {
        this.store = store;
        this.restored = restored;
        this.isDrained = isDrained;
    }

    /**
     * A record is about to be taken.
     *
     * @throws org.apache.kafka.streams.errors.TaskCorruptedException if records before it should have been restored
     */
    void takes(long offset) {
        restored.check(store.taken() == 0, offset);
    }

    /**
     * Looks, and answers true from then on once it was true. To be called by a punctuator: between two punctuations a stream thread takes
     * at least one of the records that it has fetched for a task. If none was taken, it holds none.
     *
     * @param now epoch milliseconds
     */
    boolean isComplete(long now) {
        long taken = store.taken();
        isComplete = isComplete || (hasAll(taken, now) && restored.isVerified(taken == 0));
        takenBefore = taken;
        return isComplete;
    }

    private boolean hasAll(long taken, long now) {
        return store.latestTimestamp() > now - SURELY_KEPT_MILLIS || (taken == takenBefore && isDrained.getAsBoolean());
    }
}
