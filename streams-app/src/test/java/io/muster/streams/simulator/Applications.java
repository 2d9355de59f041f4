package io.muster.streams.simulator;

import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AsOf;
import io.muster.streams.simulator.engine.Application;
import io.muster.streams.simulator.engine.Instance;
import io.muster.streams.simulator.engine.Observer;
import io.muster.streams.simulator.engine.Program;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.schedule.Step;
import io.muster.streams.topology.MusterTopology;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** An application and its possible successor. */
final class Applications {

    static final String FIRST = "muster";
    static final String SECOND = "muster-2";

    private static final Duration CHECK_EVERY = Duration.ofMillis(20);

    private final Cluster cluster;
    private final LedgerStore store;
    private final Application first;
    private final Application second;
    private final SimulatedPredecessor.Marker marker = new SimulatedPredecessor.Marker();
    private final List<SimulatedPredecessor> followers = new ArrayList<>();
    private boolean hasSecond;

    /** A slot of an application, which may hold a running instance. */
    record Member(Application application, int slot) {

        @Override
        public String toString() {
            return application.id() + "/" + slot;
        }
    }

    /** Thrown when an instance fails without an injected fault. */
    static final class InstanceDied extends RuntimeException {
        private static final long serialVersionUID = 1;

        InstanceDied(Member member, RuntimeException cause) {
            super(member + " died: " + cause + " at " + cause.getStackTrace()[0], cause);
        }
    }

    Applications(Cluster cluster, LedgerStore store) {
        this.cluster = cluster;
        this.store = store;
        first = application(FIRST, () -> new Running(FIRST, null));
        second = application(SECOND, this::follower);
    }

    private Application application(String id, Supplier<Program> programs) {
        return new Application(id, cluster.log(), programs, cluster::now, cluster::delaysMarkers);
    }

    private Program follower() {
        SimulatedPredecessor follower = new SimulatedPredecessor(cluster.log(), first, SECOND, marker);
        followers.add(follower);
        return new Running(SECOND, follower);
    }

    /** Runs the real topology in an instance. */
    private final class Running implements Program {
        private final String id;
        private final @Nullable SimulatedPredecessor follower;
        private final RunChecks checks;
        private final Succession succession;

        Running(String id, @Nullable SimulatedPredecessor follower) {
            this.id = id;
            this.follower = follower;
            Succession known = follower == null ? Succession.NONE : follower.succession();
            checks = new RunChecks(known, cluster.partitions());
            succession = new ObservedSuccession(known, checks);
        }

        @Override
        public Observer observer() {
            return checks;
        }

        @Override
        public void addTo(Topology topology) {
            new MusterTopology(
                            new TopologySettings(store, cluster.partitions(), CHECK_EVERY, 1),
                            cluster.newSerdes(),
                            AsOf.Recorded::new,
                            () -> Duration.ofMillis(cluster.now()).toNanos(),
                            new MusterTopology.Listeners(
                                    checks,
                                    checks,
                                    checks,
                                    checks,
                                    checks.ledgerUncommitted(),
                                    checks.tallyUncommitted()),
                            succession,
                            new Progress(id.equals(FIRST) ? first : second))
                    .addTo(topology, Topics.cells(id));
        }

        @Override
        public boolean mayProcess(TopicPartition input, Entry entry) {
            return follower == null || follower.mayProcess(input, entry);
        }
    }

    /** The progress of the consumers of an application. */
    private record Progress(Application application) implements InputProgress {

        @Override
        public OptionalLong committed(String topic, int partition) {
            return application.committed(new TopicPartition(topic, partition));
        }

        @Override
        public boolean isDrained(String topic, int partition) {
            return application.isDrained(new TopicPartition(topic, partition));
        }

        @Override
        public boolean hasRecordBefore(String topic, int partition, long offset) {
            return application.hasRecordBefore(new TopicPartition(topic, partition), offset);
        }
    }

    /** @param slot from {@link Step#SUCCESSOR} on, a slot of the successor */
    Member member(int slot) {
        return new Member(slot < Step.SUCCESSOR ? first : second, slot % Step.SUCCESSOR);
    }

    /** Picks a running instance of either application; null if none runs. */
    @Nullable
    Member running(int choice) {
        List<Member> running = new ArrayList<>();
        for (Application application : List.of(first, second)) {
            application.running().forEach(slot -> running.add(new Member(application, slot)));
        }
        return running.isEmpty() ? null : running.get(choice % running.size());
    }

    /** Opens the tasks of a running instance and runs an action on it. */
    static boolean work(Member member, Consumer<Instance> action) {
        return guarded(member, () -> {
            member.application.openTasks();
            action.accept(member.application.instance(member.slot).orElseThrow());
            return true;
        });
    }

    /**
     * Runs an action. An instance that hangs in a registry outage would be killed later in any case. It is killed at
     * once, with all instances of its application.
     */
    static boolean guarded(Member member, BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (HangingListener.Hanging e) {
            member.application.running().forEach(member.application::crash);
            return true;
        } catch (RuntimeException e) {
            throw new InstanceDied(member, e);
        }
    }

    /** Starts an instance, unless its application was succeeded or part of the history is gone. */
    boolean start(Member member, Duration clockSkew) {
        boolean isSecond = member.application.equals(second);
        if (isSecond ? cluster.hasDeleted() : marker.isWritten()) {
            return false;
        }
        hasSecond |= isSecond;
        return guarded(member, () -> member.application.start(member.slot, clockSkew.toMillis()));
    }

    /** Whether the successor was ever started. */
    boolean hasSecond() {
        return hasSecond;
    }

    /** Lets every instance of the successor poll the progress of the predecessor. */
    boolean pollPredecessor() {
        followers.forEach(SimulatedPredecessor::poll);
        return !followers.isEmpty();
    }

    List<String> changelogs() {
        return first.changelogs();
    }

    /** The application that runs at the end. */
    Application last() {
        return hasSecond ? second : first;
    }

    /**
     * Stops the predecessor, expires the sessions and transactions that killed instances left, and makes sure that the
     * last application runs.
     */
    Application lastOnly() {
        Application last = last();
        if (hasSecond) {
            first.running().forEach(slot -> guarded(new Member(first, slot), () -> first.stop(slot)));
        }
        for (Application application : List.of(first, second)) {
            guarded(new Member(application, 0), () -> {
                application.expireKilled();
                return true;
            });
        }
        if (last.running().isEmpty()) {
            start(new Member(last, 0), Duration.ZERO);
        }
        return last;
    }

    /** Frees the thread-local state of all instances. */
    void killAll() {
        for (Application application : List.of(first, second)) {
            application.running().forEach(application::crash);
        }
    }

    /** Whether the last application publishes rows. */
    boolean isPublisher() {
        return !hasSecond || followers.get(followers.size() - 1).isPublisher();
    }
}
