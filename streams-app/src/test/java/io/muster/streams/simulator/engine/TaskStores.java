package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.RecordedTopology.Stage;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.SimulatedLog;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.TimestampedBytesStore;
import org.jspecify.annotations.Nullable;

/** The stores of a task: created once, and restored whenever the task starts. */
final class TaskStores {

    private final Stage stage;
    private final TopicPartition input;
    private final SimulatedLog log;
    private final TaskContext context;
    private final Map<TopicPartition, TableStore> logged = new LinkedHashMap<>();
    private final Map<StoreBuilder<?>, StateStore> folded = new LinkedHashMap<>();

    TaskStores(
            Stage stage,
            TopicPartition input,
            String group,
            SimulatedLog log,
            TaskContext context,
            Task.Changelog changelog) {
        this.stage = stage;
        this.input = input;
        this.log = log;
        this.context = context;
        for (StoreBuilder<?> builder : stage.stores()) {
            if (builder.loggingEnabled()) {
                TopicPartition topic = new TopicPartition(Task.changelog(group, builder.name()), input.partition());
                TableStore store = new TableStore(builder.name(), (key, value) -> changelog.write(topic, key, value));
                logged.put(topic, store);
                context.add(store);
            } else {
                StateStore store = builder.build();
                folded.put(builder, store);
                context.add(store);
            }
        }
    }

    /** @param committed the input offset up to which stores are rebuilt */
    void restore(long committed) {
        logged.forEach((topic, store) -> {
            store.clear();
            for (Entry entry : log.partition(topic.topic(), topic.partition()).committed()) {
                store.restore(Objects.requireNonNull(entry.key()), entry.value());
            }
        });
        folded.forEach((builder, store) -> {
            store.init(context, store);
            check(store.isOpen(), store.name() + " is not open after it was initialised");
            check(store.name().equals(builder.name()), store.name() + " was built as " + builder.name());
            check(context.isRegistered(store.name()), store.name() + " is not registered, so it would never be closed");
            // a persistent store already has its content on disk
            if (stage.isFolded(builder) && !store.persistent()) {
                fold(store, committed);
            }
        });
    }

    private void fold(StateStore store, long committed) {
        StateRestoreCallback restorer = context.restorer(store.name());
        for (Entry entry : log.partition(input.topic(), input.partition()).committed()) {
            if (entry.offset() < committed) {
                restorer.restore(
                        entry.key(), store instanceof TimestampedBytesStore ? withTimestamp(entry) : entry.value());
            }
        }
    }

    /** The format in which Kafka Streams restores a store with timestamps. */
    private static byte @Nullable [] withTimestamp(Entry entry) {
        return entry.value() == null
                ? null
                : ByteBuffer.allocate(Long.BYTES + entry.value().length)
                        .putLong(entry.timestamp())
                        .put(entry.value())
                        .array();
    }

    void close() {
        folded.values().forEach(store -> {
            store.close();
            check(!store.isOpen(), store.name() + " is open after it was closed");
        });
        logged.values()
                .forEach(store ->
                        check(store.openIterators() == 0, store.name() + " has iterators that were not closed"));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
