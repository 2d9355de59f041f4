package io.muster.streams.simulator.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction of one producer. It is decided at once for all partitions, and each partition learns of it by a marker of its own: see
 * {@link SimulatedLog#writeMarker}.
 */
public final class Transaction {

    /** From the first record to the decision. */
    enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }

    private final String group;
    private final Set<Partition> written = new LinkedHashSet<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final List<Partition> unmarked = new ArrayList<>();
    private State state = State.OPEN;
    private boolean hasOffsetsPending;

    Transaction(String group) {
        this.group = group;
    }

    /** The consumer group whose offsets it carries. */
    public String group() {
        return group;
    }

    void wrote(Partition partition) {
        if (state != State.OPEN) {
            throw new IllegalStateException("written to after it was " + state);
        }
        written.add(partition);
    }

    void carry(Map<TopicPartition, Long> more) {
        offsets.putAll(more);
        hasOffsetsPending = true;
    }

    void decide(State decision) {
        state = decision;
        unmarked.addAll(written);
    }

    State state() {
        return state;
    }

    boolean isCommitted() {
        return state == State.COMMITTED;
    }

    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    /** Partitions that do not know of the decision yet. */
    List<Partition> unmarked() {
        return unmarked;
    }

    /** Whether it carries offsets of which its group does not know yet whether they count. */
    boolean hasOffsetsPending() {
        return hasOffsetsPending;
    }

    void offsetsSettled() {
        hasOffsetsPending = false;
    }

    /** Whether nothing was done in it. */
    public boolean isEmpty() {
        return written.isEmpty() && offsets.isEmpty();
    }

    /** Whether it is decided, and everybody knows. */
    public boolean isComplete() {
        return state != State.OPEN && unmarked.isEmpty() && !hasOffsetsPending;
    }
}
