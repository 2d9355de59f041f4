package io.muster.streams.succession;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.Succession;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/** What is known of the predecessor at the moment; stream threads wait here for what is not known yet. */
final class Handover implements Succession {

    /** How far a succession has come. */
    enum Stage {
        /** The predecessor counts and publishes. */
        FOLLOWING,
        /** It has ended; what it has counted is still to be counted here. */
        CATCHING_UP,
        /** All of it is. */
        OUR_TURN
    }

    private final Consumer<Consumer<String>> rowsLeft;
    private Map<Integer, Long> counted = Map.of();
    private volatile Stage stage = Stage.FOLLOWING;

    /** @param rowsLeft names the rows on the output topics */
    Handover(Consumer<Consumer<String>> rowsLeft) {
        this.rowsLeft = rowsLeft;
    }

    Stage stage() {
        return stage;
    }

    /** @param offsets up to where the predecessor has counted by now, by partition of the enrollments topic */
    synchronized void follow(Map<Integer, Long> offsets) {
        counted = Map.copyOf(offsets);
        notifyAll();
    }

    /** @param offsets up to where the predecessor has counted, for good */
    synchronized void predecessorEnded(Map<Integer, Long> offsets) {
        stage = Stage.CATCHING_UP;
        follow(offsets);
    }

    /** Everything that the predecessor counted is in our cells. */
    void takeOver() {
        stage = Stage.OUR_TURN;
    }

    @Override
    public synchronized boolean isDealtWith(Origin record) {
        try {
            while (record.offset() >= counted.getOrDefault(record.partition(), 0L)) {
                if (stage != Stage.FOLLOWING) {
                    return false;
                }
                wait();
            }
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public boolean isOurTurn() {
        return stage == Stage.OUR_TURN;
    }

    @Override
    public void forEachRowLeft(Consumer<String> receiver) {
        rowsLeft.accept(receiver);
    }
}
