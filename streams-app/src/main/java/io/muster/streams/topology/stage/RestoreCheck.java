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
     * The same for a store that gets no further record, by what the application has committed. Asks the brokers once
     * that is known. The lag of the consumer cannot tell: right after a task starts, it may be stale.
     *
     * @param isEmpty whether no record was restored
     * @throws TaskCorruptedException as above
     */
    public void checkCommitted(boolean isEmpty) {
        if (!isDone) {
            progress.committed(topic, task.partition()).ifPresent(next -> check(isEmpty, next));
        }
    }

    /**
     * Whether the store is known to hold what it should, also if it gets no further record. An empty store is, once no record is committed
     * before what the application has committed, or none at all. May ask the brokers until then.
     *
     * @param isEmpty whether no record was restored or taken
     * @throws TaskCorruptedException as above
     */
    public boolean isVerified(boolean isEmpty) {
        checkCommitted(isEmpty);
        isDone = isDone || !isEmpty || !progress.hasRecordBefore(topic, task.partition(), Long.MAX_VALUE);
        return isDone;
    }
}
