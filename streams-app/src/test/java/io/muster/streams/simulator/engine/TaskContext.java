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

/** What a processor and its stores see of the task that they run in. */
final class TaskContext implements ProcessorContext<Object, Object>, StateStoreContext {

    private final String applicationId;
    private final TaskId taskId;
    private final Surroundings surroundings;
    private final Map<String, StateStore> stores = new HashMap<>();
    private final Map<String, StateRestoreCallback> restorers = new HashMap<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private @Nullable RecordMetadata position;

    /** What the instance does for its tasks. */
    interface Surroundings {

        /** @param child the sink */
        void forward(Record<?, ?> record, String child);

        /** As soon as possible. */
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
            // a clock that was set back makes nothing wait for the old time to come again
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

    TaskContext(String applicationId, TaskId taskId, Surroundings surroundings) {
        this.applicationId = applicationId;
        this.taskId = taskId;
        this.surroundings = surroundings;
    }

    void add(StateStore store) {
        stores.put(store.name(), store);
    }

    /** What a store registered to be restored by. */
    StateRestoreCallback restorer(String store) {
        return Objects.requireNonNull(restorers.get(store), store);
    }

    boolean isRegistered(String store) {
        return restorers.containsKey(store);
    }

    void at(@Nullable RecordMetadata newPosition) {
        position = newPosition;
    }

    /** Calls what is due. @return whether anything was */
    boolean punctuate() {
        boolean called = false;
        for (Schedule schedule : List.copyOf(schedules)) {
            called |= schedule.check(surroundings.now());
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
        surroundings.forward(record, child);
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
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in the interface; who asks knows the type
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
        Schedule schedule = new Schedule(every.toMillis(), punctuator, surroundings.now());
        schedules.add(schedule);
        return schedule;
    }

    @Override
    public void commit() {
        surroundings.requestCommit();
    }

    @Override
    public long currentSystemTimeMs() {
        return surroundings.now();
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
