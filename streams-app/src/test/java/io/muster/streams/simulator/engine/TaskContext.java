package io.muster.streams.simulator.engine;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.CommitCallback;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The context of a task, for its processor and stores. */
final class TaskContext implements ProcessorContext<Object, Object>, StateStoreContext {

    private final String applicationId;
    private final TaskId taskId;
    private final TaskHost host;
    private final Map<String, StateStore> stores = new HashMap<>();
    private final Map<String, StateRestoreCallback> restorers = new HashMap<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private @Nullable RecordMetadata position;

    /** The services of an instance for its tasks. */
    interface TaskHost {

        /** @param child the sink */
        void forward(Record<?, ?> record, String child);

        /** Requests a commit as soon as possible. */
        void requestCommit();

        /** Epoch milliseconds by the clock of the instance. */
        long now();
    }

    private static final class Schedule implements Cancellable {
        private final long every;
        private final Punctuator punctuator;
        private long next;
        private boolean isCancelled;

        Schedule(long every, Punctuator punctuator, long now) {
            this.every = every;
            this.punctuator = punctuator;
            this.next = after(now);
        }

        private long after(long now) {
            return (now / every + 1) * every;
        }

        boolean check(long now) {
            // if the clock was set back, the schedule must not wait until the old time comes again
            boolean isDue = !isCancelled && (now >= next || next > after(now));
            if (isDue) {
                next = after(now);
                punctuator.punctuate(now);
            }
            return isDue;
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }

    TaskContext(String applicationId, TaskId taskId, TaskHost host) {
        this.applicationId = applicationId;
        this.taskId = taskId;
        this.host = host;
    }

    void add(StateStore store) {
        stores.put(store.name(), store);
    }

    /** The restore callback of a store. */
    StateRestoreCallback restorer(String store) {
        return Objects.requireNonNull(restorers.get(store), store);
    }

    boolean isRegistered(String store) {
        return restorers.containsKey(store);
    }

    void moveTo(@Nullable RecordMetadata newPosition) {
        position = newPosition;
    }

    /** Calls the due punctuators. @return whether any was due */
    boolean punctuate() {
        boolean called = false;
        for (Schedule schedule : List.copyOf(schedules)) {
            called |= schedule.check(host.now());
        }
        return called;
    }

    @Override
    public void register(StateStore store, StateRestoreCallback callback) {
        restorers.put(store.name(), callback);
    }

    @Override
    public void register(StateStore store, StateRestoreCallback callback, CommitCallback commit) {
        register(store, callback);
    }

    @Override
    public <K, V> void forward(Record<K, V> record) {
        throw new UnsupportedOperationException("every record is forwarded to a sink by name");
    }

    @Override
    public <K, V> void forward(Record<K, V> record, String child) {
        host.forward(record, child);
    }

    @Override
    public String applicationId() {
        return applicationId;
    }

    @Override
    public TaskId taskId() {
        return taskId;
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.ofNullable(position);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in the interface: the caller knows the type
    public <S extends StateStore> S getStateStore(String name) {
        return (S) Objects.requireNonNull(stores.get(name), name);
    }

    @Override
    public Cancellable schedule(Instant start, Duration every, PunctuationType type, Punctuator punctuator) {
        return schedule(every, type, punctuator);
    }

    @Override
    public Cancellable schedule(Duration every, PunctuationType type, Punctuator punctuator) {
        if (type != PunctuationType.WALL_CLOCK_TIME) {
            throw new UnsupportedOperationException("stream time");
        }
        Schedule schedule = new Schedule(every.toMillis(), punctuator, host.now());
        schedules.add(schedule);
        return schedule;
    }

    @Override
    public void commit() {
        host.requestCommit();
    }

    @Override
    public long currentSystemTimeMs() {
        return host.now();
    }

    @Override
    public long currentStreamTimeMs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serde<?> keySerde() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Serde<?> valueSerde() {
        throw new UnsupportedOperationException();
    }

    @Override
    public File stateDir() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StreamsMetrics metrics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return Map.of();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return Map.of();
    }
}
