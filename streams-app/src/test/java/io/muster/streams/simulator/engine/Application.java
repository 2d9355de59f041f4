package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.Blueprint.Stage;
import io.muster.streams.simulator.log.Entry;
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
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** An application id: its instances, which of them has which task, and the transactions that killed ones left open. */
public final class Application {

    private final String id;
    private final SimulatedLog log;
    private final Supplier<Design> designs;
    private final LongSupplier clock;
    private final BooleanSupplier slow;
    private final SortedMap<Integer, Instance> instances = new TreeMap<>();
    private final Map<TaskId, Integer> owners = new HashMap<>();
    private final Map<Integer, Transaction> left = new HashMap<>();
    private final Map<Integer, Transaction> lastDecided = new HashMap<>();
    private List<TaskId> taskIds = List.of();

    /** What runs in one instance. */
    public interface Design {

        /** Adds everything to a topology. */
        void addTo(Topology topology);

        /** Whether an instance may process a record now; else it waits for something before it. */
        boolean mayProcess(TopicPartition input, Entry entry);

        /** Is told what the instance does. */
        Observer observer();
    }

    /**
     * @param designs makes what runs in an instance, anew for each
     * @param clock epoch milliseconds
     * @param slow whether those who read learn of decided transactions later
     */
    public Application(
            String id, SimulatedLog log, Supplier<Design> designs, LongSupplier clock, BooleanSupplier slow) {
        this.id = id;
        this.log = log;
        this.designs = designs;
        this.clock = clock;
        this.slow = slow;
    }

    public String id() {
        return id;
    }

    long now() {
        return clock.getAsLong();
    }

    boolean isSlow() {
        return slow.getAsBoolean();
    }

    Design newDesign() {
        return designs.get();
    }

    /** Makes the changelogs, and notes which tasks there are. */
    void createTopics(Blueprint blueprint) {
        if (!taskIds.isEmpty()) {
            return;
        }
        if (!blueprint.isPersistent()) {
            throw new IllegalStateException(
                    "nothing is persistent, so an instance that starts again is another member");
        }
        List<TaskId> ids = new ArrayList<>();
        for (int i = 0; i < blueprint.stages().size(); i++) {
            Stage stage = blueprint.stages().get(i);
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
                .map(instance -> instance.blueprint().stages().stream()
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

    /** Whether an instance is there, or one may come back within its session. */
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

    /** Whether the task that reads a partition, if one does, is drained, as far as its consumer knows. */
    public boolean isDrained(TopicPartition input) {
        return instances.values().stream().allMatch(instance -> instance.isDrained(input));
    }

    /**
     * Starts an instance, as the same member that ran in the slot before: what that left open is aborted, and what it decided is known by all. It
     * gets the tasks that the slot had, and those that nobody has.
     *
     * @param clockSkew by how much its clock is ahead, in milliseconds
     * @return whether none ran there
     */
    public boolean start(int slot, long clockSkew) {
        if (instances.containsKey(slot)) {
            return false;
        }
        Transaction open = left.remove(slot);
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

    /** Kills an instance. Its tasks stay its own until its session is over. */
    public void crash(int slot) {
        Instance instance = instances.remove(slot);
        if (instance != null) {
            put(slot, instance.lastDecided(), lastDecided);
            put(slot, instance.vanish(), left);
        }
    }

    private static void put(int slot, @Nullable Transaction transaction, Map<Integer, Transaction> transactions) {
        if (transaction != null) {
            transactions.put(slot, transaction);
        }
    }

    /** Stops an instance in order: it commits, and leaves the group. */
    public boolean stop(int slot) {
        Instance instance = instances.get(slot);
        if (instance == null || instance.isWaiting()) {
            return false;
        }
        instance.commit(Instance.CommitFate.DONE);
        crash(slot);
        owners.values().removeIf(owner -> owner == slot);
        reassign();
        return true;
    }

    /** The session of a slot is over, whether its instance was killed or hangs: others get its tasks. */
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

    /** The time of the open transaction that a killed instance left is over. */
    public boolean abortLeft(int slot) {
        Transaction open = left.remove(slot);
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

    /** Moves a task to another instance, as a rebalance does. */
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
        before.handOver(task);
        owners.put(task, slot);
        openTasks();
        return true;
    }

    /** Opens tasks that could not be opened before. */
    public void openTasks() {
        owners.forEach((task, slot) -> {
            Instance instance = instances.get(slot);
            if (instance != null && !instance.has(task)) {
                instance.open(task);
            }
        });
    }

    /** Lets all instances read all definitions, and process all that they can. */
    public void workAll() {
        openTasks();
        for (Instance instance : instances.values()) {
            instance.referToAll();
            instance.processAll();
            instance.punctuate();
            instance.commit(Instance.CommitFate.DONE);
        }
    }

    /** Whether any instance has work left. */
    public boolean isBusy() {
        return instances.values().stream().anyMatch(Instance::isBusy)
                || owners.size() < taskIds.size()
                || owners.entrySet().stream()
                        .anyMatch(owner -> !Objects.requireNonNull(instances.get(owner.getValue()))
                                .has(owner.getKey()));
    }

    /** Time goes by until nothing is left of killed instances: no session, and no open transaction. */
    public void bury() {
        List.copyOf(left.keySet()).forEach(this::abortLeft);
        owners.values().removeIf(owner -> !instances.containsKey(owner));
        reassign();
    }

    /** What is in a logged store, of all tasks. */
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
