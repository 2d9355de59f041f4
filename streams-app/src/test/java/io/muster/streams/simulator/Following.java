package io.muster.streams.simulator;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.streams.mapping.Origin;
import io.muster.streams.simulator.engine.Application;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.succession.SimulatedHandover;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TopologySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What an instance of the application that succeeds knows of the other, as {@code Predecessor} and {@code CatchUp} find out. An instance that would
 * have to wait in the middle of a record waits before it.
 */
final class Following {

    private final SimulatedLog log;
    private final Application predecessor;
    private final String ownId;
    private final Mark mark;
    private final SimulatedHandover handover;
    private Map<Integer, Long> known = Map.of();
    private @Nullable Map<Integer, Long> counted;
    private @Nullable Map<Integer, Long> sentHome;
    private @Nullable Map<Integer, Long> handedOn;

    /** The mark that the predecessor is succeeded; all instances see it. */
    static final class Mark {
        private boolean isLeft;

        boolean isLeft() {
            return isLeft;
        }
    }

    Following(SimulatedLog log, Application predecessor, String ownId, Mark mark) {
        this.log = log;
        this.predecessor = predecessor;
        this.ownId = ownId;
        this.mark = mark;
        handover = new SimulatedHandover(
                log.partitions(Topics.cells(predecessor.id()).name()).size(), this::rowsLeft);
    }

    Succession succession() {
        return handover.succession();
    }

    boolean isOurTurn() {
        return handover.isOurTurn();
    }

    /** Whether it is known what follows from a record. */
    boolean mayProcess(TopicPartition input, Entry entry) {
        if (!handover.isFollowing() || !input.topic().equals(Topics.ENROLLMENTS.name())) {
            return true;
        }
        Origin here = new Origin(input.partition(), entry.offset());
        return isWithin(here) && (isAway(input, entry) || isWithin(Origin.of(entry.headers(), here)));
    }

    /** Whether a record is not where its key belongs: what follows from it is not asked for. */
    private boolean isAway(TopicPartition input, Entry entry) {
        int partitions = log.partitions(input.topic()).size();
        return entry.key() != null && TopologySettings.home(entry.key(), partitions) != input.partition();
    }

    private boolean isWithin(Origin origin) {
        return origin.offset() < known.getOrDefault(origin.partition(), 0L);
    }

    /** Looks how far the predecessor is. */
    void look() {
        Map<Integer, Long> now = committed(predecessor.id(), Topics.ENROLLMENTS);
        if (handover.isFollowing() && (mark.isLeft || mayEnd(now))) {
            mark.isLeft = true;
            counted = now;
            handover.predecessorEnded(now);
        } else if (handover.isFollowing()) {
            known = now;
            handover.follow(now);
        }
        if (counted != null && !handover.isOurTurn() && hasCaughtUp(counted)) {
            handover.takeOver();
        }
    }

    private boolean mayEnd(Map<Integer, Long> goal) {
        return !predecessor.hasMembers() && !log.hasIncomplete(predecessor.id()) && isReached(Topics.ENROLLMENTS, goal);
    }

    /** One after the other, as each commit covers what was sent on by then. */
    private boolean hasCaughtUp(Map<Integer, Long> goal) {
        if (sentHome == null) {
            if (!isReached(Topics.ENROLLMENTS, goal)) {
                return false;
            }
            sentHome = ends(Topics.ENROLLMENTS);
        }
        if (handedOn == null) {
            if (!isReached(Topics.ENROLLMENTS, sentHome)) {
                return false;
            }
            handedOn = ends(Topics.cells(ownId));
        }
        return isReached(Topics.cells(ownId), handedOn);
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

    private void rowsLeft(Consumer<String> receiver) {
        Published.rowsLeft(log).forEach(receiver);
    }
}
