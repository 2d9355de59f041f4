package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.RecordedTopology.Stage;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.simulator.log.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** An application: its instances, the assignment of tasks, and the transactions that killed instances left open. */
public final class Application {

    private final String id;
    private final SimulatedLog log;
    private final Supplier<Program> programs;
    private final LongSupplier clock;
    private final BooleanSupplier delaysMarkers;
    private final SortedMap<Integer, Instance> instances = new TreeMap<>();
    private final Map<TaskId, Integer> owners = new HashMap<>();
    private final Map<Integer, Transaction> dangling = new HashMap<>();
    private final Map<Integer, Transaction> lastDecided = new HashMap<>();
    private List<TaskId> taskIds = List.of();

    /**
     * @param programs creates a program for each instance
     * @param clock epoch milliseconds
     * @param delaysMarkers whether transaction markers are written later than the decision
     */
    public Application(
            String id,
            SimulatedLog log,
            Supplier<Program> programs,
            LongSupplier clock,
            BooleanSupplier delaysMarkers) {
        this.id = id;
        this.log = log;
        this.programs = programs;
        this.clock = clock;
        this.delaysMarkers = delaysMarkers;
    }

    public String id() {
        return id;
    }

    long now() {
        return clock.getAsLong();
    }

    boolean delaysMarkers() {
        return delaysMarkers.getAsBoolean();
    }

    Program newProgram() {
        return programs.get();
    }

    /** Creates the changelogs and the tasks. */
    void createTopics(RecordedTopology topology) {
        if (!taskIds.isEmpty()) {
            return;
        }
        if (!topology.isPersistent()) {
            throw new IllegalStateException(
                    "no store is persistent, so a restarted instance would not keep its process id");
        }
        List<TaskId> ids = new ArrayList<>();
        for (int i = 0; i < topology.stages().size(); i++) {
            Stage stage = topology.stages().get(i);
            int partitions = log.partitions(stage.topic()).size();
            for (int partition = 0; partition < partitions; partition++) {
                ids.add(new TaskId(i, partition));
            }
            for (StoreBuilder<?> store : stage.stores()) {
                if (store.loggingEnabled()) {
                    log.create(Task.changelog(id, store.name()), partitions);
                }
            }
        }
        taskIds = List.copyOf(ids);
    }

    /** The changelog topics. */
    public List<String> changelogs() {
        return instances.values().stream()
                .findFirst()
                .map(instance -> instance.topology().stages().stream()
                        .flatMap(stage -> stage.stores().stream())
                        .filter(StoreBuilder::loggingEnabled)
                        .map(store -> Task.changelog(id, store.name()))
                        .toList())
                .orElse(List.of());
    }

    /** The instance that runs in a slot. */
    public Optional<Instance> instance(int slot) {
        return Optional.ofNullable(instances.get(slot));
    }

    /** Whether an instance runs, or the session of a killed one has not expired. */
    public boolean hasMembers() {
        return !instances.isEmpty() || !owners.isEmpty();
    }

    /** The offset that is committed; empty if none. */
    public OptionalLong committed(TopicPartition input) {
        return log.committed(id, input);
    }

    /** Whether a partition has a committed record before an offset. */
    public boolean hasRecordBefore(TopicPartition input, long offset) {
        return log.partition(input.topic(), input.partition()).committed(0, 1).stream()
                .anyMatch(entry -> entry.offset() < offset);
    }

    /** Whether all committed records of a partition are processed, according to the lag of its consumer. */
    public boolean isDrained(TopicPartition input) {
        return instances.values().stream().allMatch(instance -> instance.isDrained(input));
    }

    /**
     * Starts an instance as the same group member that ran in the slot before. The open transaction of that member is
     * aborted, and its decided one completed. The instance gets the tasks of the slot and all unassigned tasks.
     *
     * @param clockSkew by how many milliseconds its clock is ahead
     * @return false if the slot is taken
     */
    public boolean start(int slot, long clockSkew) {
        if (instances.containsKey(slot)) {
            return false;
        }
        Transaction open = dangling.remove(slot);
        if (open != null) {
            log.decide(open, false);
            log.complete(open);
        }
        Transaction decided = lastDecided.remove(slot);
        if (decided != null) {
            log.complete(decided);
        }
        instances.put(slot, new Instance(this, log, clockSkew));
        taskIds.forEach(task -> owners.putIfAbsent(task, slot));
        openTasks();
        return true;
    }

    /** Kills an instance. It keeps its tasks until its session expires. */
    public void crash(int slot) {
        Instance instance = instances.remove(slot);
        if (instance != null) {
            put(slot, instance.lastDecided(), lastDecided);
            put(slot, instance.kill(), dangling);
        }
    }

    private static void put(int slot, @Nullable Transaction transaction, Map<Integer, Transaction> transactions) {
        if (transaction != null) {
            transactions.put(slot, transaction);
        }
    }

    /** Stops an instance cleanly: it commits and leaves the group. */
    public boolean stop(int slot) {
        Instance instance = instances.get(slot);
        if (instance == null || instance.isWaiting()) {
            return false;
        }
        instance.commit(CommitFate.DONE);
        crash(slot);
        owners.values().removeIf(owner -> owner == slot);
        reassign();
        return true;
    }

    /** Expires the session of a killed or hanging instance: its tasks are reassigned. */
    public boolean expire(int slot) {
        if (owners.values().stream().noneMatch(owner -> owner == slot)) {
            return false;
        }
        Instance hanging = instances.get(slot);
        if (hanging != null) {
            if (instances.size() == 1) {
                return false;
            }
            hanging.fence();
        }
        owners.values().removeIf(owner -> owner == slot);
        reassign();
        return true;
    }

    /** Times out the open transaction of a killed instance. */
    public boolean abortDangling(int slot) {
        Transaction open = dangling.remove(slot);
        if (open == null) {
            return false;
        }
        log.decide(open, false);
        log.complete(open);
        return true;
    }

    private void reassign() {
        List<Integer> alive = List.copyOf(instances.keySet());
        if (!alive.isEmpty()) {
            for (int i = 0; i < taskIds.size(); i++) {
                owners.putIfAbsent(taskIds.get(i), alive.get(i % alive.size()));
            }
        }
        openTasks();
    }

    /** Moves a task to another instance, as in a rebalance. */
    public boolean move(int choice, int slot) {
        if (taskIds.isEmpty() || !instances.containsKey(slot)) {
            return false;
        }
        TaskId task = taskIds.get(Math.floorMod(choice, taskIds.size()));
        Integer owner = owners.get(task);
        Instance before = owner == null ? null : instances.get(owner);
        if (owner == null || owner == slot || before == null || before.isWaiting()) {
            return false;
        }
        before.release(task);
        owners.put(task, slot);
        openTasks();
        return true;
    }

    /** Opens all assigned tasks that can be opened. */
    public void openTasks() {
        owners.forEach((task, slot) -> {
            Instance instance = instances.get(slot);
            if (instance != null && !instance.has(task)) {
                instance.open(task);
            }
        });
    }

    /** Lets all instances read all definitions, process all records they may, flush and commit. */
    public void workAll() {
        openTasks();
        for (Instance instance : instances.values()) {
            instance.readAllDefinitions();
            instance.processAll();
            instance.punctuate();
            instance.commit(CommitFate.DONE);
        }
    }

    /** Whether an instance has work left, or a task is not open on any instance. */
    public boolean isBusy() {
        return instances.values().stream().anyMatch(Instance::isBusy)
                || owners.size() < taskIds.size()
                || owners.entrySet().stream()
                        .anyMatch(owner -> !Objects.requireNonNull(instances.get(owner.getValue()))
                                .has(owner.getKey()));
    }

    /** Expires the sessions and open transactions of all killed instances. */
    public void expireKilled() {
        List.copyOf(dangling.keySet()).forEach(this::abortDangling);
        owners.values().removeIf(owner -> !instances.containsKey(owner));
        reassign();
    }

    /** The content of a logged store, over all tasks. */
    public Map<String, byte[]> stored(String store) {
        Map<String, byte[]> stored = new HashMap<>();
        for (Partition partition : log.partitions(Task.changelog(id, store))) {
            stored.putAll(TableStore.texts(partition.committed()));
        }
        return stored;
    }

    /** The running instances. */
    public Collection<Instance> instances() {
        return instances.values();
    }

    /** The slots in which instances run. */
    public List<Integer> running() {
        return List.copyOf(instances.keySet());
    }
}
