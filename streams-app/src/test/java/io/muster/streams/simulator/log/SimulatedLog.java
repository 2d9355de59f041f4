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
    private boolean hidesOffsets;

    /** Creates a topic. */
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
     * @param transaction null if none
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

    /** Starts a transaction. */
    public Transaction begin(String group) {
        Transaction transaction = new Transaction(group);
        incomplete.add(transaction);
        return transaction;
    }

    /** Adds offsets to a transaction. They stay pending until it is decided. */
    public void sendOffsets(Transaction transaction, Map<TopicPartition, Long> offsets) {
        transaction.carry(offsets);
    }

    /** Decides a transaction. Readers see the decision when its markers are written; see {@link #writeMarker}. */
    public void decide(Transaction transaction, boolean commits) {
        if (transaction.state() == State.OPEN) {
            transaction.decide(commits ? State.COMMITTED : State.ABORTED);
        }
    }

    /**
     * Writes the marker of a decided transaction to one partition or to the group. Markers can be written in any order.
     *
     * @param choice selects the partition or the group
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

    /** Writes all missing markers of a transaction. */
    public void complete(Transaction transaction) {
        while (transaction.state() != State.OPEN && !transaction.isComplete()) {
            writeMarker(transaction, 0);
        }
        incomplete.remove(transaction);
    }

    /** Decided transactions with missing markers. */
    public List<Transaction> unmarked() {
        return incomplete.stream()
                .filter(transaction -> transaction.state() != State.OPEN)
                .toList();
    }

    /** The offset that a group has committed; empty if none. */
    public OptionalLong committed(String group, TopicPartition partition) {
        Long offset = committed.getOrDefault(group, Map.of()).get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** Sets whether starting tasks see no committed offsets, as from a coordinator that resigns. */
    public void hideOffsets(boolean hides) {
        hidesOffsets = hides;
    }

    /** Whether starting tasks see no committed offsets. */
    public boolean hidesOffsets() {
        return hidesOffsets;
    }

    /** Whether the committed offset of a partition is final: no pending transaction can change it. */
    public boolean isStable(String group, TopicPartition partition) {
        return incomplete.stream()
                .noneMatch(transaction -> transaction.group().equals(group)
                        && transaction.hasOffsetsPending()
                        && transaction.offsets().containsKey(partition));
    }

    /** Whether a group has an undecided transaction or one with missing markers. */
    public boolean hasIncomplete(String group) {
        return incomplete.stream().anyMatch(transaction -> transaction.group().equals(group) && !transaction.isEmpty());
    }

    /** @see Partition#compact */
    public int compact(TopicPartition partition, long before) {
        return partition(partition.topic(), partition.partition()).compact(before);
    }

    /** Removes the records of a partition before an offset and returns those that were committed. */
    public List<Entry> deleteBefore(TopicPartition partition, long offset) {
        return partition(partition.topic(), partition.partition()).deleteBefore(offset);
    }
}
