package io.muster.streams.simulator;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.streams.simulator.Applications.Member;
import io.muster.streams.simulator.engine.Application;
import io.muster.streams.simulator.engine.CommitFate;
import io.muster.streams.simulator.engine.Instance;
import io.muster.streams.simulator.log.Transaction;
import io.muster.streams.simulator.schedule.Schedule;
import io.muster.streams.simulator.schedule.Setup;
import io.muster.streams.simulator.schedule.Step;
import io.muster.streams.simulator.schedule.Step.Kind;
import io.muster.streams.topology.InvalidRecord;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs a schedule, lets everything come to rest, and returns the broken guarantees. */
final class Simulation {

    private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofSeconds(11);
    private static final int MOST_TURNS = 300;

    /**
     * A task may start in one turn, flush for the first time in the next, and count that flush as committed in the
     * third.
     */
    private static final int QUIET_TURNS = 4;

    private static final List<CommitFate> DEATHS = List.of(
            CommitFate.KILLED_BEFORE_OFFSETS, CommitFate.KILLED_AFTER_OFFSETS, CommitFate.KILLED_AFTER_DECISION);
    private static final List<Topic<?>> COMPACTED = List.of(
            Topics.cells(Applications.FIRST),
            Topics.cells(Applications.SECOND),
            Topics.AREA_PROGRESS,
            Topics.CAMPAIGN_PROGRESS,
            Topics.AREAS,
            Topics.TARGETS);

    private final Setup setup;
    private final Cluster cluster;
    private final Applications applications;
    private final EnumMap<Kind, Integer> done = new EnumMap<>(Kind.class);
    private final List<String> story = new ArrayList<>();
    private @Nullable Member actor;

    private Simulation(Setup setup) {
        this.setup = setup;
        cluster = new Cluster(setup.partitions(), List.of(Applications.FIRST, Applications.SECOND));
        applications = new Applications(cluster, setup.store());
    }

    /**
     * The result of a simulation.
     *
     * @param broken descriptions of all broken guarantees
     * @param done how often each kind of step was possible
     * @param story descriptions of the steps that were done
     */
    record Verdict(List<String> broken, Map<Kind, Integer> done, List<String> story) {

        boolean isKept() {
            return broken.isEmpty();
        }
    }

    static Verdict run(Schedule schedule) {
        Simulation simulation = new Simulation(schedule.setup());
        List<String> broken;
        try {
            schedule.steps().forEach(simulation::step);
            broken = simulation.settle()
                    ? Checker.broken(simulation.cluster, simulation.applications, schedule.setup())
                    : List.of("the applications do not come to rest");
        } catch (Applications.InstanceDied e) {
            broken = List.of(String.valueOf(e.getMessage()));
        } finally {
            simulation.applications.killAll();
        }
        return new Verdict(broken, simulation.done, simulation.story);
    }

    private void step(Step step) {
        actor = null;
        if (attempt(step)) {
            done.merge(step.kind(), 1, Integer::sum);
            story.add((actor == null ? "" : actor + " ") + step.describe(setup));
        }
    }

    private boolean attempt(Step step) {
        return switch (step.kind()) {
            case SEND -> {
                cluster.send(setup.arrivals().get(step.a()), step.b());
                yield true;
            }
            case SEND_INVALID -> sendInvalid(step.a(), step.b());
            case SEND_BULK -> {
                setup.bulk().subList(step.a(), step.a() + step.b()).forEach(statement -> cluster.send(statement, 0));
                yield true;
            }
            case SEND_UNUSUAL -> sendUnusual(step.a(), UnusualRecord.of(step.b()));
            case DEFINE -> {
                cluster.publish(setup.definitions().get(step.a()));
                yield true;
            }
            case PROCESS -> work(step.a(), instance -> instance.process(step.b(), step.c()));
            case READ_DEFINITIONS -> work(step.a(), instance -> instance.readDefinitions(step.b(), step.c()));
            case PUNCTUATE -> work(step.a(), Instance::punctuate);
            case COMMIT -> work(step.a(), instance -> instance.commit(CommitFate.DONE));
            case START -> applications.start(member(step.a()), Duration.ofSeconds(step.b()));
            case STOP ->
                running(
                        step.a(),
                        it -> Applications.guarded(it, () -> it.application().stop(it.slot())));
            case KILL -> running(step.a(), Simulation::kill);
            case KILL_IN_COMMIT -> killInCommit(step.a(), DEATHS.get(step.b()));
            case EXPIRE -> {
                Member member = member(step.a());
                yield Applications.guarded(member, () -> member.application().expire(member.slot()));
            }
            case ABORT_DANGLING -> {
                Member member = member(step.a());
                yield member.application().abortDangling(member.slot());
            }
            case REVIVE -> revive(step.a());
            case MOVE ->
                running(
                        step.b(),
                        it -> Applications.guarded(it, () -> it.application().move(step.a(), it.slot())));
            case ADVANCE -> {
                cluster.advance(Duration.ofMillis(step.a()));
                yield true;
            }
            case COMPACT -> compact(step.a(), step.b());
            case DELETE -> delete(step.a() % setup.partitions());
            case DELAY_MARKERS -> {
                boolean before = cluster.delaysMarkers();
                cluster.delayMarkers(step.a() == 1);
                yield before != cluster.delaysMarkers();
            }
            case WRITE_MARKER -> writeMarker(step.a(), step.b());
            case REGISTRY_OUTAGE -> {
                cluster.setRegistryOutage(step.a() == 1);
                yield true;
            }
            case HIDE_OFFSETS -> {
                cluster.log().hideOffsets(step.a() == 1);
                yield true;
            }
            case POLL_PREDECESSOR -> applications.pollPredecessor();
        };
    }

    private Member member(int slot) {
        Member member = applications.member(slot);
        actor = member;
        return member;
    }

    private boolean running(int choice, Predicate<Member> action) {
        Member member = applications.running(choice);
        actor = member;
        return member != null && action.test(member);
    }

    private boolean work(int choice, Consumer<Instance> action) {
        return running(choice, member -> Applications.work(member, action));
    }

    private static boolean kill(Member member) {
        member.application().crash(member.slot());
        return true;
    }

    private boolean killInCommit(int choice, CommitFate fate) {
        return running(choice, member -> Applications.work(member, instance -> instance.commit(fate)) && kill(member));
    }

    private boolean sendInvalid(int which, int kind) {
        if (setup.arrivals().isEmpty()) {
            return false;
        }
        cluster.send(
                setup.arrivals().get(which % setup.arrivals().size()),
                InvalidRecord.of(kind),
                which % setup.partitions());
        return true;
    }

    private boolean sendUnusual(int which, UnusualRecord kind) {
        return !setup.arrivals().isEmpty()
                && cluster.send(setup.arrivals().get(which % setup.arrivals().size()), kind);
    }

    private boolean revive(int choice) {
        return running(
                choice,
                it -> Applications.guarded(
                        it,
                        () -> it.application().instance(it.slot()).orElseThrow().revive()));
    }

    private boolean compact(int choice, int partition) {
        return choice < COMPACTED.size()
                ? cluster.compact(COMPACTED.get(choice), partition)
                : cluster.compact(applications.changelogs(), partition);
    }

    /** Not possible with a ledger in memory or a successor, because both need the whole history. */
    private boolean delete(int partition) {
        return setup.store() == LedgerStore.ROCKSDB
                && !applications.hasSecond()
                && cluster.delete(Applications.FIRST, partition);
    }

    private boolean writeMarker(int which, int marker) {
        List<Transaction> unmarked = cluster.log().unmarked();
        if (unmarked.isEmpty()) {
            return false;
        }
        cluster.log().writeMarker(unmarked.get(which % unmarked.size()), marker);
        return true;
    }

    /** Ends all faults and runs until nothing is left to do. @return whether that succeeded */
    private boolean settle() {
        cluster.delayMarkers(false);
        cluster.setRegistryOutage(false);
        cluster.log().hideOffsets(false);
        writeAllMarkers();
        Application last = applications.lastOnly();
        int quiet = 0;
        for (int turn = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn++) {
            cluster.advance(LONGER_THAN_ANY_PAUSE);
            applications.pollPredecessor();
            Applications.guarded(new Member(last, 0), () -> {
                last.workAll();
                return true;
            });
            writeAllMarkers();
            quiet = last.isBusy() || !applications.isPublisher() ? 0 : quiet + 1;
        }
        return quiet == QUIET_TURNS;
    }

    private void writeAllMarkers() {
        cluster.log().unmarked().forEach(cluster.log()::complete);
    }
}
