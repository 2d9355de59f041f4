package io.muster.streams.simulator.log;

import io.muster.streams.simulator.log.Transaction.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** All topics, transactions and committed offsets of a cluster. */
public final class SimulatedLog {

    private final Map<String, List<Partition>> topics = new TreeMap<>();
    private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
    private final List<Transaction> incomplete = new ArrayList<>();
    private boolean isForgetting;

    /** Makes a topic. */
    public void create(String topic, int partitions) {
        List<Partition> made = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            made.add(new Partition());
        }
        topics.put(topic, made);
    }

    public boolean has(String topic) {
        return topics.containsKey(topic);
    }

    public Partition partition(String topic, int partition) {
        return partitions(topic).get(partition);
    }

    public List<Partition> partitions(String topic) {
        return Objects.requireNonNull(topics.get(topic), topic);
    }

    /**
     * Appends a record.
     *
     * @param transaction null outside of any
     * @return its offset
     */
    public long append(
            TopicPartition to,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            long timestamp,
            @Nullable Transaction transaction) {
        return partition(to.topic(), to.partition()).append(key, value, headers, timestamp, transaction);
    }

    /** Begins a transaction of a producer. */
    public Transaction begin(String group) {
        Transaction transaction = new Transaction(group);
        incomplete.add(transaction);
        return transaction;
    }

    /** Offsets are to be committed with a transaction, and until it is decided nobody knows whether they are. */
    public void sendOffsets(Transaction transaction, Map<TopicPartition, Long> offsets) {
        transaction.carry(offsets);
    }

    /** Decides a transaction. Who reads learns of it by markers: see {@link #writeMarker}. */
    public void decide(Transaction transaction, boolean commits) {
        if (transaction.state() == State.OPEN) {
            transaction.decide(commits ? State.COMMITTED : State.ABORTED);
        }
    }

    /**
     * Tells one partition, or the group, of the decision. Markers of a transaction come in any order.
     *
     * @param choice which of them
     */
    public void writeMarker(Transaction transaction, int choice) {
        int markers = transaction.unmarked().size() + (transaction.hasOffsetsPending() ? 1 : 0);
        if (transaction.state() == State.OPEN || markers == 0) {
            return;
        }
        int chosen = Math.floorMod(choice, markers);
        if (chosen < transaction.unmarked().size()) {
            transaction.unmarked().remove(chosen).mark(transaction);
        } else {
            if (transaction.isCommitted()) {
                committed
                        .computeIfAbsent(transaction.group(), group -> new HashMap<>())
                        .putAll(transaction.offsets());
            }
            transaction.offsetsSettled();
        }
        if (transaction.isComplete()) {
            incomplete.remove(transaction);
        }
    }

    /** Tells everybody of the decision. */
    public void complete(Transaction transaction) {
        while (transaction.state() != State.OPEN && !transaction.isComplete()) {
            writeMarker(transaction, 0);
        }
        incomplete.remove(transaction);
    }

    /** Decided transactions of which somebody does not know yet. */
    public List<Transaction> unannounced() {
        return incomplete.stream()
                .filter(transaction -> transaction.state() != State.OPEN)
                .toList();
    }

    /** The offset that a group has committed; empty if none. */
    public OptionalLong committed(String group, TopicPartition partition) {
        Long offset = committed.getOrDefault(group, Map.of()).get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** From now on those who begin tasks are told that nothing is committed, as by a coordinator that resigns; or the truth again. */
    public void forget(boolean forgets) {
        isForgetting = forgets;
    }

    /** Whether those who begin tasks are told that nothing is committed. */
    public boolean isForgetting() {
        return isForgetting;
    }

    /** Whether it is known which offset of a partition is committed: no transaction may still change it. */
    public boolean isStable(String group, TopicPartition partition) {
        return incomplete.stream()
                .noneMatch(transaction -> transaction.group().equals(group)
                        && transaction.hasOffsetsPending()
                        && transaction.offsets().containsKey(partition));
    }

    /** Whether a group has a transaction that is not decided, or not known by all. */
    public boolean hasIncomplete(String group) {
        return incomplete.stream().anyMatch(transaction -> transaction.group().equals(group) && !transaction.isEmpty());
    }

    /** @see Partition#compact */
    public int compact(TopicPartition partition, long before) {
        return partition(partition.topic(), partition.partition()).compact(before);
    }

    /** Removes the records of a partition before an offset, and gives those that were committed. */
    public List<Entry> deleteBefore(TopicPartition partition, long offset) {
        return partition(partition.topic(), partition.partition()).deleteBefore(offset);
    }
}
