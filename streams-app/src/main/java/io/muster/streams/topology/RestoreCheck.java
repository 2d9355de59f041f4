package io.muster.streams.topology;

import java.util.Set;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a store that is empty though it should not be. Kafka Streams restores a store that folds its source topic up to the committed offset.
 * A group coordinator that resigns may answer for a moment that nothing is committed. Then the store is taken for restored, and is empty
 * (KAFKA-20416).
 */
public final class RestoreCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreCheck.class);

    private final InputProgress progress;
    private final String topic;
    private final TaskId task;
    private boolean isDone;

    /** @param topic that the store folds */
    public RestoreCheck(InputProgress progress, String topic, TaskId task) {
        this.progress = progress;
        this.topic = topic;
        this.task = task;
    }

    /**
     * To be called before the store is used; asks the brokers at the first call only, and only where the store is empty.
     *
     * @param isEmpty whether no record was restored
     * @param next the offset of the first record that need not be in the store
     * @throws TaskCorruptedException if a record before that should have been restored; Kafka Streams restores the task again
     */
    public void check(boolean isEmpty, long next) {
        if (!isDone && isEmpty && next > 0 && progress.hasRecordBefore(topic, task.partition(), next)) {
            LOG.warn(
                    "The store of task {} was restored without the records of {}, as if nothing were committed. It is restored again",
                    task,
                    topic);
            throw new TaskCorruptedException(Set.of(task));
        }
        isDone = true;
    }

    /**
     * The same for a store that gets no further record, by what the application has committed. Asks the brokers once that is known. The
     * lag of the consumer says nothing here: right after the task began, it may be of records that are not taken yet.
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
