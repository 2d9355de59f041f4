package io.muster.streams.succession;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TopologySettings;
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
    private int partitions = 1;
    private Map<Integer, Long> counted = Map.of();
    private int waiting;
    private volatile Stage stage = Stage.FOLLOWING;

    /** @param rowsLeft names the rows on the output topics */
    Handover(Consumer<Consumer<String>> rowsLeft) {
        this.rowsLeft = rowsLeft;
    }

    Stage stage() {
        return stage;
    }

    /** @param number of partitions among which the predecessor divides participants; to be told before what it has counted */
    synchronized void divides(int number) {
        partitions = number;
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

    /** Whether a thread has counted what the predecessor has, and cannot go on before it is known what else that will count. */
    synchronized boolean isWaitedFor() {
        return waiting > 0;
    }

    /** Everything that the predecessor counted is in our cells. */
    void takeOver() {
        stage = Stage.OUR_TURN;
    }

    /**
     * The predecessor counts a record where its sender put it, if it belongs there by how the predecessor divides; else it counts a copy. Where
     * both divide alike that is the copy which is counted here: to have sent it home is not to have counted it.
     */
    @Override
    public synchronized boolean isDealtWith(byte[] key, Origin original, Origin here) {
        try {
            while (true) {
                Origin place = TopologySettings.home(key, partitions) == original.partition() ? original : here;
                if (place.offset() < counted.getOrDefault(place.partition(), 0L)) {
                    return true;
                }
                if (stage != Stage.FOLLOWING) {
                    return false;
                }
                waiting++;
                try {
                    wait();
                } finally {
                    waiting--;
                }
            }
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
