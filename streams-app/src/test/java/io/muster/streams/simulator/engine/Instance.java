package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.Blueprint.Stage;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.simulator.log.Transaction;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A running instance with one stream thread: its tasks, and one transaction at a time for all of them. It does nothing by itself. Where its
 * last transaction is not complete, it cannot write, and waits.
 */
public final class Instance {

    private final Application application;
    private final SimulatedLog log;
    private final Application.Design design;
    private final Observer observer;
    private final Blueprint blueprint = new Blueprint();
    private final GlobalTables globals;
    private final SortedMap<TaskId, Task> tasks = new TreeMap<>();
    private final long clockSkew;
    private @Nullable Transaction transaction;
    private @Nullable Transaction previous;
    private boolean wantsToCommit;
    private boolean isFenced;

    /** How far a commit comes before the instance is killed. */
    public enum CommitFate {
        DONE,
        KILLED_BEFORE_OFFSETS,
        KILLED_AFTER_OFFSETS,
        KILLED_AFTER_DECISION
    }

    Instance(Application application, SimulatedLog log, long clockSkew) {
        this.application = application;
        this.log = log;
        this.clockSkew = clockSkew;
        design = application.newDesign();
        observer = design.observer();
        design.addTo(blueprint);
        application.createTopics(blueprint);
        globals = new GlobalTables(blueprint, application.id(), log, new Outside());
    }

    /** What the tasks ask of the instance. */
    private class Outside implements TaskContext.Surroundings {

        @Override
        public void forward(Record<?, ?> record, String child) {
            throw new UnsupportedOperationException("a global table forwards nothing");
        }

        @Override
        public void requestCommit() {
            wantsToCommit = true;
        }

        @Override
        public long now() {
            return application.now() + clockSkew;
        }
    }

    /** What the tasks of a stage ask of it: their records go to sinks, in the transaction. */
    private final class OfStage extends Outside {
        private final SinkWriter sinks;

        OfStage(Stage stage) {
            sinks = new SinkWriter(log, stage, Instance.this::writing, observer);
        }

        @Override
        public void forward(Record<?, ?> record, String child) {
            sinks.write(record, child);
        }
    }

    Blueprint blueprint() {
        return blueprint;
    }

    private Transaction writing() {
        if (transaction == null) {
            transaction = log.begin(application.id());
        }
        return transaction;
    }

    /** Whether it waits until everybody knows how its last transaction was decided. */
    boolean isWaiting() {
        return previous != null && !previous.isComplete();
    }

    boolean isDrained(TopicPartition input) {
        return tasks.values().stream()
                .filter(task -> task.input().equals(input))
                .allMatch(Task::isDrained);
    }

    /** Whether it has such a task, open. */
    boolean has(TaskId task) {
        return tasks.containsKey(task);
    }

    /** Opens a task, unless it is not known yet from where to go on, or what is in its changelogs. */
    void open(TaskId id) {
        if (!isWaiting() && mayOpen(id)) {
            Stage stage = stage(id);
            TaskContext context = new TaskContext(application.id(), id, new OfStage(stage));
            tasks.put(id, new Task(stage, id.partition(), application.id(), log, context, this::change, observer));
        }
    }

    private void change(TopicPartition changelog, byte[] key, byte @Nullable [] value) {
        log.append(changelog, key, value, new RecordHeaders(), application.now() + clockSkew, writing());
        observer.changed(changelog);
    }

    private boolean mayOpen(TaskId id) {
        Stage stage = stage(id);
        return log.isStable(application.id(), new TopicPartition(stage.topic(), id.partition()))
                && areDecided(stage, id.partition());
    }

    private Stage stage(TaskId id) {
        return blueprint.stages().get(id.subtopology());
    }

    /** A changelog is restored up to its end, and everything up to there has to be decided. */
    private boolean areDecided(Stage stage, int partition) {
        return stage.stores().stream()
                .filter(StoreBuilder::loggingEnabled)
                .map(store -> log.partition(Task.changelog(application.id(), store.name()), partition))
                .allMatch(changelog -> changelog.lastStable() == changelog.end());
    }

    /** Commits, and gives a task away. */
    void handOver(TaskId id) {
        commit(CommitFate.DONE);
        Task task = tasks.remove(id);
        if (task != null) {
            task.close();
        }
    }

    /** Reads on in the topics of definitions. */
    public void refer(int choice, int atMost) {
        globals.read(choice, atMost);
    }

    void referToAll() {
        globals.readAll();
    }

    /** Processes a few records of one of its tasks, after a commit where one was asked for. */
    public void process(int choice, int atMost) {
        if (mayWork() && !tasks.isEmpty()) {
            int chosen = Math.floorMod(choice, tasks.size());
            Iterator<Task> all = tasks.values().iterator();
            for (int i = 0; i < chosen; i++) {
                all.next();
            }
            Task task = all.next();
            untilCorrupted(() -> task.process(atMost, design::mayProcess));
        }
    }

    /** Calls what is due in all its tasks, after a commit where one was asked for. */
    public void punctuate() {
        if (mayWork()) {
            untilCorrupted(() -> tasks.values().forEach(this::punctuate));
        }
    }

    private void punctuate(Task task) {
        boolean before = wantsToCommit;
        wantsToCommit = false;
        if (task.punctuate()) {
            observer.punctuated(wantsToCommit);
        }
        wantsToCommit |= before;
    }

    /** As a stream thread does it: it begins again with what is committed. */
    private void untilCorrupted(Runnable work) {
        try {
            work.run();
        } catch (TaskCorruptedException e) {
            observer.corrupted();
            revive();
        }
    }

    private boolean mayWork() {
        if (isWaiting()) {
            return false;
        }
        if (wantsToCommit) {
            commit(CommitFate.DONE);
        }
        return !isWaiting();
    }

    /**
     * Commits what all tasks did. Where it was fenced, nothing of it counts: its tasks are somebody else's by now, and it has none.
     *
     * @param fate how far it comes
     */
    public void commit(CommitFate fate) {
        wantsToCommit = false;
        Map<TopicPartition, Long> offsets = new HashMap<>();
        tasks.values().stream().filter(Task::hasProgress).forEach(task -> offsets.put(task.input(), task.position()));
        if (isWaiting() || (transaction == null && offsets.isEmpty())) {
            return;
        }
        if (isFenced) {
            abort();
            closeTasks();
            isFenced = false;
            return;
        }
        Transaction ending = writing();
        if (fate == CommitFate.KILLED_BEFORE_OFFSETS) {
            return;
        }
        log.sendOffsets(ending, offsets);
        if (fate == CommitFate.KILLED_AFTER_OFFSETS) {
            return;
        }
        log.decide(ending, true);
        transaction = null;
        previous = ending;
        if (!application.isSlow()) {
            log.complete(ending);
        }
        tasks.values().forEach(Task::committed);
    }

    /**
     * Its commit fails, or its state is corrupted: nothing that was not committed counts, and each task begins again with what is.
     *
     * @return whether it had a state of its own to lose
     */
    public boolean revive() {
        if (isFenced || isWaiting()) {
            return false;
        }
        abort();
        if (tasks.keySet().stream().allMatch(this::mayOpen)) {
            tasks.values().forEach(Task::revive);
        } else {
            closeTasks();
        }
        return true;
    }

    private void closeTasks() {
        tasks.values().forEach(Task::close);
        tasks.clear();
    }

    private void abort() {
        if (transaction != null) {
            log.decide(transaction, false);
            log.complete(transaction);
            transaction = null;
        }
        wantsToCommit = false;
    }

    public Observer observer() {
        return observer;
    }

    /** What each task took last since it began, of those that took anything. */
    public Map<TopicPartition, Entry> taken() {
        Map<TopicPartition, Entry> taken = new HashMap<>();
        for (Task task : tasks.values()) {
            Entry last = task.last();
            if (last != null) {
                taken.put(task.input(), last);
            }
        }
        return taken;
    }

    /** Its session is over: its tasks are given to others. It finds out when it commits. */
    void fence() {
        isFenced = true;
    }

    /** The last transaction that it decided, if any. */
    @Nullable
    Transaction lastDecided() {
        return previous;
    }

    /** It is gone, with all that is in memory. @return the transaction that it left open, if any */
    @Nullable
    Transaction vanish() {
        closeTasks();
        return transaction;
    }

    /** Whether it has work left: records, or something to commit. */
    boolean isBusy() {
        return isWaiting()
                || wantsToCommit
                || transaction != null
                || tasks.values().stream().anyMatch(task -> task.hasProgress() || task.mayGoOn(design::mayProcess));
    }

    /** Processes all that it can. */
    void processAll() {
        if (mayWork()) {
            untilCorrupted(() -> tasks.values().forEach(task -> task.process(Integer.MAX_VALUE, design::mayProcess)));
        }
    }
}
