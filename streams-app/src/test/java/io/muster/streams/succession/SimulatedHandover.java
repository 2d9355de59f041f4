package io.muster.streams.succession;

import io.muster.streams.succession.Handover.Stage;
import io.muster.streams.topology.Succession;
import java.util.Map;
import java.util.function.Consumer;

/** A handover that is told what it should know by a simulation, rather than by {@link Predecessor}. */
public final class SimulatedHandover {

    private final Handover handover;

    /** @param rowsLeft names the rows on the output topics */
    public SimulatedHandover(int partitions, Consumer<Consumer<String>> rowsLeft) {
        handover = new Handover(rowsLeft);
        handover.divides(partitions);
    }

    public Succession succession() {
        return handover;
    }

    public boolean isFollowing() {
        return handover.stage() == Stage.FOLLOWING;
    }

    public boolean isOurTurn() {
        return handover.isOurTurn();
    }

    /** @param counted up to where the predecessor has counted by now, by partition of the enrollments topic */
    public void follow(Map<Integer, Long> counted) {
        handover.follow(counted);
    }

    /** @param counted up to where the predecessor has counted, for good */
    public void predecessorEnded(Map<Integer, Long> counted) {
        handover.predecessorEnded(counted);
    }

    public void takeOver() {
        handover.takeOver();
    }
}
