package io.muster.streams.succession;

import io.muster.streams.topology.stage.Succession;
import java.util.Map;
import java.util.function.Consumer;

/** Drives a {@link SuccessionState} from a simulation, in place of {@link Predecessor}. */
public final class SuccessionDriver {

    private final SuccessionState state;

    /** @param inheritedRows names the rows on the output topics */
    public SuccessionDriver(int partitions, Consumer<Consumer<String>> inheritedRows) {
        state = new SuccessionState(inheritedRows);
        state.predecessorPartitions(partitions);
    }

    public Succession succession() {
        return state;
    }

    public boolean isFollowing() {
        return state.phase() == Phase.FOLLOWING;
    }

    public boolean isPublisher() {
        return state.isPublisher();
    }

    /** @param counted offsets that the predecessor has committed so far, by partition of the enrollments topic */
    public void predecessorCommitted(Map<Integer, Long> counted) {
        state.predecessorCommitted(counted);
    }

    /** @param counted the last offsets that the predecessor committed */
    public void predecessorEnded(Map<Integer, Long> counted) {
        state.predecessorEnded(counted);
    }

    public void takeOver() {
        state.takeOver();
    }
}
