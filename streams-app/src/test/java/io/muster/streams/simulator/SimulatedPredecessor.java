package io.muster.streams.simulator;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.streams.mapping.Origin;
import io.muster.streams.simulator.engine.Application;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.succession.SuccessionDriver;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The view of a successor's instance on the predecessor. Models {@code Predecessor} and {@code CatchUp}. A real stream
 * thread blocks in the middle of a record; the simulated one does not start the record.
 */
final class SimulatedPredecessor {

    private final SimulatedLog log;
    private final Application predecessor;
    private final String ownId;
    private final Marker marker;
    private final SuccessionDriver state;
    private Map<Integer, Long> known = Map.of();
    private @Nullable Map<Integer, Long> counted;
    private @Nullable Map<Integer, Long> rerouted;
    private @Nullable Map<Integer, Long> forwarded;

    /** Marks the predecessor as succeeded. All instances share it. */
    static final class Marker {
        private boolean isWritten;

        boolean isWritten() {
            return isWritten;
        }
    }

    SimulatedPredecessor(SimulatedLog log, Application predecessor, String ownId, Marker marker) {
        this.log = log;
        this.predecessor = predecessor;
        this.ownId = ownId;
        this.marker = marker;
        state = new SuccessionDriver(
                log.partitions(Topics.cells(predecessor.id()).name()).size(), this::forEachInheritedRow);
    }

    Succession succession() {
        return state.succession();
    }

    boolean isPublisher() {
        return state.isPublisher();
    }

    /** Whether processing a record would not block. */
    boolean mayProcess(TopicPartition input, Entry entry) {
        if (!state.isFollowing() || !input.topic().equals(Topics.ENROLLMENTS.name())) {
            return true;
        }
        Origin here = new Origin(input.partition(), entry.offset());
        return isCounted(here) && (isMisplaced(input, entry) || isCounted(Origin.of(entry.headers(), here)));
    }

    /** Whether the key belongs to another partition. Such a record is rerouted without asking the succession. */
    private boolean isMisplaced(TopicPartition input, Entry entry) {
        int partitions = log.partitions(input.topic()).size();
        return entry.key() != null && TopologySettings.partitionOfKey(entry.key(), partitions) != input.partition();
    }

    private boolean isCounted(Origin origin) {
        return origin.offset() < known.getOrDefault(origin.partition(), 0L);
    }

    /** Polls the progress of the predecessor. */
    void poll() {
        Map<Integer, Long> now = committed(predecessor.id(), Topics.ENROLLMENTS);
        if (state.isFollowing() && (marker.isWritten || maySucceed(now))) {
            marker.isWritten = true;
            counted = now;
            state.predecessorEnded(now);
        } else if (state.isFollowing()) {
            known = now;
            state.predecessorCommitted(now);
        }
        if (counted != null && !state.isPublisher() && hasCaughtUp(counted)) {
            state.takeOver();
        }
    }

    private boolean maySucceed(Map<Integer, Long> goal) {
        return !predecessor.hasMembers() && !log.hasIncomplete(predecessor.id()) && isReached(Topics.ENROLLMENTS, goal);
    }

    /** Checks in the same order as {@code CatchUp}. */
    private boolean hasCaughtUp(Map<Integer, Long> goal) {
        if (rerouted == null) {
            if (!isReached(Topics.ENROLLMENTS, goal)) {
                return false;
            }
            rerouted = ends(Topics.ENROLLMENTS);
        }
        if (forwarded == null) {
            if (!isReached(Topics.ENROLLMENTS, rerouted)) {
                return false;
            }
            forwarded = ends(Topics.cells(ownId));
        }
        return isReached(Topics.cells(ownId), forwarded);
    }

    private boolean isReached(Topic<?> topic, Map<Integer, Long> goal) {
        Map<Integer, Long> reached = committed(ownId, topic);
        return goal.entrySet().stream().allMatch(end -> {
            Partition partition = log.partition(topic.name(), end.getKey());
            long from = reached.getOrDefault(end.getKey(), 0L);
            return partition.lastStable() >= end.getValue()
                    && partition.committed(from, 1).stream().noneMatch(entry -> entry.offset() < end.getValue());
        });
    }

    private Map<Integer, Long> ends(Topic<?> topic) {
        Map<Integer, Long> ends = new HashMap<>();
        List<Partition> partitions = log.partitions(topic.name());
        for (int i = 0; i < partitions.size(); i++) {
            ends.put(i, partitions.get(i).end());
        }
        return ends;
    }

    private Map<Integer, Long> committed(String group, Topic<?> topic) {
        Map<Integer, Long> committed = new HashMap<>();
        for (int i = 0; i < log.partitions(topic.name()).size(); i++) {
            int partition = i;
            log.committed(group, new TopicPartition(topic.name(), i))
                    .ifPresent(offset -> committed.put(partition, offset));
        }
        return committed;
    }

    private void forEachInheritedRow(Consumer<String> receiver) {
        PublishedOutput.rowKeys(log).forEach(receiver);
    }
}
