package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.simulator.log.Transaction;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The transactions of an instance, one at a time. */
final class InstanceTransactions {

    private final Application application;
    private final SimulatedLog log;
    private @Nullable Transaction current;
    private @Nullable Transaction previous;

    InstanceTransactions(Application application, SimulatedLog log) {
        this.application = application;
        this.log = log;
    }

    /** The open transaction. Begins one if there is none. */
    Transaction writing() {
        if (current == null) {
            current = log.begin(application.id());
        }
        return current;
    }

    /** The open transaction, if any. */
    @Nullable
    Transaction current() {
        return current;
    }

    /** The last transaction that was decided, if any. */
    @Nullable
    Transaction lastDecided() {
        return previous;
    }

    /** Whether markers of the last transaction are still missing. */
    boolean isWaiting() {
        return previous != null && !previous.isComplete();
    }

    /**
     * Commits the open transaction with the offsets of the tasks.
     *
     * @param fate how far the commit gets
     * @return whether it got through
     */
    boolean commit(Map<TopicPartition, Long> offsets, CommitFate fate) {
        Transaction ending = writing();
        if (fate == CommitFate.KILLED_BEFORE_OFFSETS) {
            return false;
        }
        log.sendOffsets(ending, offsets);
        if (fate == CommitFate.KILLED_AFTER_OFFSETS) {
            return false;
        }
        log.decide(ending, true);
        current = null;
        previous = ending;
        if (!application.delaysMarkers()) {
            log.complete(ending);
        }
        return true;
    }

    /** Aborts the open transaction, if any. */
    void abort() {
        if (current != null) {
            log.decide(current, false);
            log.complete(current);
            current = null;
        }
    }
}
