package io.muster.streams.succession;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The phase of a succession and the latest known offsets of the predecessor. Stream threads block here until an offset
 * is known.
 */
final class SuccessionState implements Succession {

    private final Consumer<Consumer<String>> inheritedRows;
    private int predecessorPartitions = 1;
    private Map<Integer, Long> counted = Map.of();
    private int waiters;
    private volatile Phase phase = Phase.FOLLOWING;

    /** @param inheritedRows names the rows on the output topics */
    SuccessionState(Consumer<Consumer<String>> inheritedRows) {
        this.inheritedRows = inheritedRows;
    }

    Phase phase() {
        return phase;
    }

    /** @param number of partitions among which the predecessor divides participants; must be set before its offsets */
    synchronized void predecessorPartitions(int number) {
        predecessorPartitions = number;
    }

    /** @param offsets that the predecessor has committed so far, by partition of the enrollments topic */
    synchronized void predecessorCommitted(Map<Integer, Long> offsets) {
        counted = Map.copyOf(offsets);
        notifyAll();
    }

    /** @param offsets the last that the predecessor committed */
    synchronized void predecessorEnded(Map<Integer, Long> offsets) {
        phase = Phase.CATCHING_UP;
        predecessorCommitted(offsets);
    }

    /** Whether a stream thread blocks at a record, because the predecessor may still count it. */
    synchronized boolean hasWaiters() {
        return waiters > 0;
    }

    /** Starts publishing. The cells of this application must include all that the predecessor counted. */
    void takeOver() {
        phase = Phase.TAKEN_OVER;
    }

    /**
     * The predecessor counts a record in its original partition if the key belongs there under the predecessor's number
     * of partitions. Otherwise it reroutes the record and counts the copy. If both applications have the same number of
     * partitions, they count the same copy. A record that was rerouted but whose copy was not counted is not recorded.
     */
    @Override
    public synchronized boolean isRecordedByPredecessor(byte[] key, Origin original, Origin here) {
        try {
            while (true) {
                boolean isInPlace = TopologySettings.partitionOfKey(key, predecessorPartitions) == original.partition();
                Origin place = isInPlace ? original : here;
                if (place.offset() < counted.getOrDefault(place.partition(), 0L)) {
                    return true;
                }
                if (phase != Phase.FOLLOWING) {
                    return false;
                }
                waiters++;
                try {
                    wait();
                } finally {
                    waiters--;
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public boolean isPublisher() {
        return phase == Phase.TAKEN_OVER;
    }

    @Override
    public void forEachInheritedRow(Consumer<String> receiver) {
        inheritedRows.accept(receiver);
    }
}
