package io.muster.streams.topology.tally;

import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.RestoreCheck;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Decides whether the restored boards of a task are complete. Compaction may have removed a cell in favour of a later
 * record that the task has not processed yet; until it does, the sums are too low. Such a later record is older than
 * the topic's compaction lag. The boards are therefore complete once the task has processed a record younger than that
 * lag, or all records.
 */
final class CompletenessCheck {

    /** Half the compaction lag of the topic, to allow for clock differences between brokers and instances. */
    private static final long SAFE_FROM_COMPACTION_MILLIS = Duration.ofHours(12).toMillis();

    private final TallyStore store;
    private final RestoreCheck restored;
    private final BooleanSupplier isDrained;
    private boolean isComplete;
    private long recordsBefore = -1;

    /**
     * @param isDrained whether the consumer of the cells has fetched everything; see {@link InputProgress#isDrained}
     */
    CompletenessCheck(TallyStore store, RestoreCheck restored, BooleanSupplier isDrained) {
        this.store = store;
        this.restored = restored;
        this.isDrained = isDrained;
    }

    /**
     * Must be called before a record is put into the store.
     *
     * @throws org.apache.kafka.streams.errors.TaskCorruptedException if records before it should have been restored
     */
    void beforePut(long offset) {
        restored.check(store.records() == 0, offset);
    }

    /**
     * Never turns false again. Must be called by a punctuator: between two punctuations, a stream thread processes at
     * least one of the records that it has buffered for a task. If it processed none, it has none buffered.
     *
     * @param now epoch milliseconds
     */
    boolean isComplete(long now) {
        long records = store.records();
        isComplete = isComplete || (hasAll(records, now) && restored.isVerified(records == 0));
        recordsBefore = records;
        return isComplete;
    }

    private boolean hasAll(long records, long now) {
        return store.latestTimestamp() > now - SAFE_FROM_COMPACTION_MILLIS
                || (records == recordsBefore && isDrained.getAsBoolean());
    }
}
