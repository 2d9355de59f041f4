package io.muster.streams.topology.stage;

import java.util.Set;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects a store that was restored empty although its topic has records. Kafka Streams restores a store that folds its
 * source topic up to the committed offset. A group coordinator that resigns may briefly answer that no offset is
 * committed. The store then counts as restored but is empty (KAFKA-20416).
 */
public final class RestoreCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreCheck.class);

    private final InputProgress progress;
    private final String topic;
    private final TaskId task;
    private boolean isDone;

    /** @param topic the source topic of the store */
    public RestoreCheck(InputProgress progress, String topic, TaskId task) {
        this.progress = progress;
        this.topic = topic;
        this.task = task;
    }

    /**
     * Must be called before the store is used. Only the first call asks the brokers, and only if the store is empty.
     *
     * @param isEmpty whether no record was restored
     * @param next the first offset that the store does not need to cover
     * @throws TaskCorruptedException if an earlier record should have been restored; Kafka Streams then restores the
     *     task again
     */
    public void check(boolean isEmpty, long next) {
        if (!isDone && isEmpty && next > 0 && progress.hasRecordBefore(topic, task.partition(), next)) {
            LOG.warn(
                    "The store of task {} was restored empty although {} has records. Restoring it again", task, topic);
            throw new TaskCorruptedException(Set.of(task));
        }
        isDone = true;
    }

    /**
     * Does the same check up to the application's committed offset, for a store that gets no further record. Does
     * nothing until that offset is known. The lag of the consumer cannot replace it, because it may be stale right
     * after a task starts.
     *
     * @param isEmpty whether no record was restored
     * @throws TaskCorruptedException as in {@link #check}
     */
    public void checkCommitted(boolean isEmpty) {
        if (!isDone) {
            progress.committed(topic, task.partition()).ifPresent(next -> check(isEmpty, next));
        }
    }

    /**
     * Whether the restored content is confirmed: the store has a record, no record precedes the committed offset, or
     * the partition has no committed record at all. May ask the brokers at each call until it is confirmed.
     *
     * @param isEmpty whether no record was restored or processed
     * @throws TaskCorruptedException as in {@link #check}
     */
    public boolean isVerified(boolean isEmpty) {
        checkCommitted(isEmpty);
        isDone = isDone || !isEmpty || !progress.hasRecordBefore(topic, task.partition(), Long.MAX_VALUE);
        return isDone;
    }
}
