package io.muster.streams.simulator;

import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AsOf;
import io.muster.streams.simulator.engine.Application;
import io.muster.streams.simulator.engine.Instance;
import io.muster.streams.simulator.engine.Observer;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.schedule.Step;
import io.muster.streams.topology.InputProgress;
import io.muster.streams.topology.MusterTopology;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TopologySettings;
import io.muster.streams.topology.TopologySettings.LedgerStore;
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

/** An application, and the one that may succeed it. */
final class Applications {

    static final String FIRST = "muster";
    static final String SECOND = "muster-2";

    private static final Duration CHECK_EVERY = Duration.ofMillis(20);

    private final Cluster cluster;
    private final LedgerStore store;
    private final Application first;
    private final Application second;
    private final Following.Mark mark = new Following.Mark();
    private final List<Following> following = new ArrayList<>();
    private boolean hasSecond;

    /** A slot of an application, in which an instance may run. */
    record Member(Application application, int slot) {

        @Override
        public String toString() {
            return application.id() + "/" + slot;
        }
    }

    /** An instance died of something else than a fault of the simulation. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;

        Died(Member member, RuntimeException cause) {
            super(member + " died: " + cause + " at " + cause.getStackTrace()[0], cause);
        }
    }

    Applications(Cluster cluster, LedgerStore store) {
        this.cluster = cluster;
        this.store = store;
        first = application(FIRST, () -> new Running(FIRST, null));
        second = application(SECOND, this::follower);
    }

    private Application application(String id, Supplier<Application.Design> designs) {
        return new Application(id, cluster.log(), designs, cluster::now, cluster::delaysMarkers);
    }

    private Application.Design follower() {
        Following follower = new Following(cluster.log(), first, SECOND, mark);
        following.add(follower);
        return new Running(SECOND, follower);
    }

    /** What runs in an instance: the real topology. */
    private final class Running implements Application.Design {
        private final String id;
        private final @Nullable Following follower;
        private final RunChecks checks;
        private final Succession succession;

        Running(String id, @Nullable Following follower) {
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
                                    checks, checks, checks, checks, checks.ledgerBacklog(), checks.tallyBacklog()),
                            succession,
                            new Progress(id.equals(FIRST) ? first : second))
                    .addTo(topology, Topics.cells(id));
        }

        @Override
        public boolean mayProcess(TopicPartition input, Entry entry) {
            return follower == null || follower.mayProcess(input, entry);
        }
    }

    /** What the consumers of an application know of their input. */
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

    /** @param slot from {@link Step#SUCCESSOR} on, one of the application that succeeds */
    Member member(int slot) {
        return new Member(slot < Step.SUCCESSOR ? first : second, slot % Step.SUCCESSOR);
    }

    /** One of the running instances of both; null if none runs. */
    @Nullable
    Member running(int choice) {
        List<Member> running = new ArrayList<>();
        for (Application application : List.of(first, second)) {
            application.running().forEach(slot -> running.add(new Member(application, slot)));
        }
        return running.isEmpty() ? null : running.get(choice % running.size());
    }

    /** Lets an instance do something. */
    static boolean work(Member member, Consumer<Instance> action) {
        return guarded(member, () -> {
            member.application.openTasks();
            action.accept(member.application.instance(member.slot).orElseThrow());
            return true;
        });
    }

    /** An instance that hangs while the registry is away is killed later; it may as well be killed now, with the others. */
    static boolean guarded(Member member, BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (Unattended.Hanging e) {
            member.application.running().forEach(member.application::crash);
            return true;
        } catch (RuntimeException e) {
            throw new Died(member, e);
        }
    }

    /** Starts an instance, unless another application has taken over, or there is not the whole history to count. */
    boolean start(Member member, Duration clockSkew) {
        boolean isSecond = member.application.equals(second);
        if (isSecond ? cluster.hasDeleted() : mark.isLeft()) {
            return false;
        }
        hasSecond |= isSecond;
        return guarded(member, () -> member.application.start(member.slot, clockSkew.toMillis()));
    }

    /** Whether the one that succeeds was ever started. */
    boolean hasSecond() {
        return hasSecond;
    }

    /** Lets every instance of the one that succeeds look how far the other is. */
    boolean look() {
        following.forEach(Following::look);
        return !following.isEmpty();
    }

    List<String> changelogs() {
        return first.changelogs();
    }

    /** The application that counts at the end. */
    Application last() {
        return hasSecond ? second : first;
    }

    /** Lets go of everything that was killed, and leaves one application that runs: the last one. */
    Application lastOnly() {
        Application last = last();
        if (hasSecond) {
            first.running().forEach(slot -> guarded(new Member(first, slot), () -> first.stop(slot)));
        }
        for (Application application : List.of(first, second)) {
            guarded(new Member(application, 0), () -> {
                application.bury();
                return true;
            });
        }
        if (last.running().isEmpty()) {
            start(new Member(last, 0), Duration.ZERO);
        }
        return last;
    }

    /** So that nothing of them is left in what belongs to the thread. */
    void killAll() {
        for (Application application : List.of(first, second)) {
            application.running().forEach(application::crash);
        }
    }

    /** Whether the last application publishes rows. */
    boolean isOurTurn() {
        return !hasSecond || following.get(following.size() - 1).isOurTurn();
    }
}
