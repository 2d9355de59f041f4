package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.RecordedTopology.Stage;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.simulator.log.Transaction;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
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
 * A running instance with one stream thread. All tasks share one transaction at a time. The simulation calls every
 * action; nothing runs by itself. The instance waits until its last transaction is complete.
 */
public final class Instance {

    private final Application application;
    private final SimulatedLog log;
    private final Program program;
    private final Observer observer;
    private final RecordedTopology topology = new RecordedTopology();
    private final GlobalTables globals;
    private final SortedMap<TaskId, Task> tasks = new TreeMap<>();
    private final InstanceTransactions transactions;
    private final long clockSkew;
    private boolean commitRequested;
    private boolean isFenced;

    Instance(Application application, SimulatedLog log, long clockSkew) {
        this.application = application;
        this.log = log;
        this.transactions = new InstanceTransactions(application, log);
        this.clockSkew = clockSkew;
        program = application.newProgram();
        observer = program.observer();
        program.addTo(topology);
        application.createTopics(topology);
        globals = new GlobalTables(topology, application.id(), log, new InstanceHost());
    }

    /** The services of the instance for global tables. */
    private class InstanceHost implements TaskContext.TaskHost {

        @Override
        public void forward(Record<?, ?> record, String child) {
            throw new UnsupportedOperationException("a global table forwards nothing");
        }

        @Override
        public void requestCommit() {
            commitRequested = true;
        }

        @Override
        public long now() {
            return application.now() + clockSkew;
        }
    }

    /** The services of the instance for the tasks of a stage. Writes their records to sinks in the transaction. */
    private final class StageHost extends InstanceHost {
        private final SinkWriter sinks;

        StageHost(Stage stage) {
            sinks = new SinkWriter(log, stage, transactions::writing, observer);
        }

        @Override
        public void forward(Record<?, ?> record, String child) {
            sinks.write(record, child);
        }
    }

    RecordedTopology topology() {
        return topology;
    }

    /** Whether the markers of its last transaction are still missing. */
    boolean isWaiting() {
        return transactions.isWaiting();
    }

    boolean isDrained(TopicPartition input) {
        return tasks.values().stream()
                .filter(task -> task.input().equals(input))
                .allMatch(Task::isDrained);
    }

    /** Whether a task is open. */
    boolean has(TaskId task) {
        return tasks.containsKey(task);
    }

    /** Opens a task, unless its committed offset or the end of a changelog is still undecided. */
    void open(TaskId id) {
        if (!isWaiting() && mayOpen(id)) {
            Stage stage = stage(id);
            TaskContext context = new TaskContext(application.id(), id, new StageHost(stage));
            tasks.put(id, new Task(stage, id.partition(), application.id(), log, context, this::change, observer));
        }
    }

    private void change(TopicPartition changelog, byte[] key, byte @Nullable [] value) {
        log.append(changelog, key, value, new RecordHeaders(), application.now() + clockSkew, transactions.writing());
        observer.changed(changelog);
    }

    private boolean mayOpen(TaskId id) {
        Stage stage = stage(id);
        return log.isStable(application.id(), new TopicPartition(stage.topic(), id.partition()))
                && changelogsAreDecided(stage, id.partition());
    }

    private Stage stage(TaskId id) {
        return topology.stages().get(id.subtopology());
    }

    /** A changelog is restored up to its end, so all its transactions must be decided. */
    private boolean changelogsAreDecided(Stage stage, int partition) {
        return stage.stores().stream()
                .filter(StoreBuilder::loggingEnabled)
                .map(store -> log.partition(Task.changelog(application.id(), store.name()), partition))
                .allMatch(changelog -> changelog.lastStable() == changelog.end());
    }

    /** Commits and closes a task, which moves to another instance. */
    void release(TaskId id) {
        commit(CommitFate.DONE);
        Task task = tasks.remove(id);
        if (task != null) {
            task.close();
        }
    }

    /** Reads some records of a topic of definitions. */
    public void readDefinitions(int choice, int atMost) {
        globals.read(choice, atMost);
    }

    void readAllDefinitions() {
        globals.readAll();
    }

    /** Processes some records of a task, after a commit if one was requested. */
    public void process(int choice, int atMost) {
        if (mayWork() && !tasks.isEmpty()) {
            int chosen = Math.floorMod(choice, tasks.size());
            Iterator<Task> all = tasks.values().iterator();
            for (int i = 0; i < chosen; i++) {
                all.next();
            }
            Task task = all.next();
            untilCorrupted(() -> task.process(atMost, program::mayProcess));
        }
    }

    /** Calls all due punctuators, after a commit if one was requested. */
    public void punctuate() {
        if (mayWork()) {
            untilCorrupted(() -> tasks.values().forEach(this::punctuate));
        }
    }

    private void punctuate(Task task) {
        boolean before = commitRequested;
        commitRequested = false;
        if (task.punctuate()) {
            observer.punctuated(commitRequested);
        }
        commitRequested |= before;
    }

    /** Revives all tasks if one is corrupted, as a stream thread does. */
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
        if (commitRequested) {
            commit(CommitFate.DONE);
        }
        return !isWaiting();
    }

    /**
     * Commits the work of all tasks. A fenced instance aborts its transaction and closes its tasks, which have other
     * owners by now.
     *
     * @param fate how far the commit gets
     */
    public void commit(CommitFate fate) {
        commitRequested = false;
        Map<TopicPartition, Long> offsets = new HashMap<>();
        tasks.values().stream().filter(Task::hasProgress).forEach(task -> offsets.put(task.input(), task.position()));
        if (isWaiting() || (transactions.current() == null && offsets.isEmpty())) {
            return;
        }
        if (isFenced) {
            abort();
            closeTasks();
            isFenced = false;
            return;
        }
        if (transactions.commit(offsets, fate)) {
            tasks.values().forEach(Task::committed);
        }
    }

    /**
     * Models a failed commit or corrupted state: aborts the transaction and restarts each task from its committed
     * offsets.
     *
     * @return false if the instance is fenced or waiting
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
        transactions.abort();
        commitRequested = false;
    }

    public Observer observer() {
        return observer;
    }

    /** The last record of each task that has processed any since it started. */
    public Map<TopicPartition, Entry> lastProcessed() {
        Map<TopicPartition, Entry> processed = new HashMap<>();
        tasks.values()
                .forEach(task -> Optional.ofNullable(task.last()).ifPresent(last -> processed.put(task.input(), last)));
        return processed;
    }

    /** Expires the session of the instance, which notices at its next commit. */
    void fence() {
        isFenced = true;
    }

    /** The last transaction that the instance decided, if any. */
    @Nullable
    Transaction lastDecided() {
        return transactions.lastDecided();
    }

    /** Drops all state in memory. @return the transaction that is left open, if any */
    @Nullable
    Transaction kill() {
        closeTasks();
        return transactions.current();
    }

    /** Whether any records or uncommitted work are left. */
    boolean isBusy() {
        return isWaiting()
                || commitRequested
                || transactions.current() != null
                || tasks.values().stream().anyMatch(task -> task.hasProgress() || task.hasNext(program::mayProcess));
    }

    /** Processes all records that it may. */
    void processAll() {
        if (mayWork()) {
            untilCorrupted(() -> tasks.values().forEach(task -> task.process(Integer.MAX_VALUE, program::mayProcess)));
        }
    }
}
