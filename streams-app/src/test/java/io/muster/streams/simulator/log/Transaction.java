package io.muster.streams.simulator.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction of one producer. It is decided once for all partitions; each partition sees the decision when its own
 * marker is written. See {@link SimulatedLog#writeMarker}.
 */
public final class Transaction {

    /** The states of a transaction. */
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
            throw new IllegalStateException("write after the transaction was " + state);
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

    /** Partitions without a marker. */
    List<Partition> unmarked() {
        return unmarked;
    }

    /** Whether the marker for its offsets is missing. */
    boolean hasOffsetsPending() {
        return hasOffsetsPending;
    }

    void offsetsSettled() {
        hasOffsetsPending = false;
    }

    /** Whether it has neither records nor offsets. */
    public boolean isEmpty() {
        return written.isEmpty() && offsets.isEmpty();
    }

    /** Whether it is decided and all markers are written. */
    public boolean isComplete() {
        return state != State.OPEN && unmarked.isEmpty() && !hasOffsetsPending;
    }
}
