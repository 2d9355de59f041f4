package io.muster.streams.topology.tally;

import io.muster.streams.topology.InputProgress;
import io.muster.streams.topology.RestoreCheck;
import java.time.Duration;
import org.apache.kafka.streams.processor.TaskId;

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
    private final InputProgress progress;
    private final String topic;
    private final int partition;
    private boolean isComplete;
    private long takenBefore = -1;

    /** @param topic of the cells */
    CompletenessCheck(TallyStore store, InputProgress progress, String topic, TaskId task) {
        this.store = store;
        this.restored = new RestoreCheck(progress, topic, task);
        this.progress = progress;
        this.topic = topic;
        this.partition = task.partition();
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
     * @throws org.apache.kafka.streams.errors.TaskCorruptedException if records should have been restored, and none was
     */
    boolean isComplete(long now) {
        long taken = store.taken();
        isComplete = isComplete
                || store.latestTimestamp() > now - SURELY_KEPT_MILLIS
                || (taken == takenBefore && progress.isDrained(topic, partition));
        takenBefore = taken;
        if (isComplete) {
            restored.check(taken == 0, Long.MAX_VALUE);
        }
        return isComplete;
    }
}
