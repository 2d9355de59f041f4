package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.Blueprint.Stage;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.simulator.log.SimulatedLog;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.TimestampedBytesStore;
import org.jspecify.annotations.Nullable;

/** A task that runs: a stage over one partition of its topic. */
final class Task {

    private final Stage stage;
    private final TopicPartition input;
    private final Partition partition;
    private final TaskContext context;
    private final Processor<byte[], byte[], Object, Object> processor;
    private final List<StateStore> stores = new ArrayList<>();
    private long position;
    private long committed;

    /** Writes to the changelog of a store, in the transaction of the instance. */
    interface Changelog {
        void write(TopicPartition changelog, byte[] key, byte @Nullable [] value);
    }

    /** Opens a task: restores its stores up to what is committed, and begins there. */
    Task(Stage stage, int number, String group, SimulatedLog log, TaskContext context, Changelog changelog) {
        this.stage = stage;
        this.input = new TopicPartition(stage.topic(), number);
        this.partition = log.partition(stage.topic(), number);
        this.context = context;
        this.committed = log.committed(group, input).orElse(0);
        this.position = committed;
        for (StoreBuilder<?> builder : stage.stores()) {
            StateStore store =
                    builder.loggingEnabled() ? logged(builder.name(), number, group, log, changelog) : folded(builder);
            context.add(store);
            stores.add(store);
        }
        processor = stage.newProcessor();
        processor.init(context);
    }

    private static StateStore logged(String name, int number, String group, SimulatedLog log, Changelog changelog) {
        TopicPartition topic = new TopicPartition(changelog(group, name), number);
        TableStore store = new TableStore(name, (key, value) -> changelog.write(topic, key, value));
        for (Entry entry : log.partition(topic.topic(), number).committed()) {
            store.restore(Objects.requireNonNull(entry.key()), entry.value());
        }
        return store;
    }

    /** The changelog topic of a store. */
    static String changelog(String group, String store) {
        return group + "-" + store + "-changelog";
    }

    private StateStore folded(StoreBuilder<?> builder) {
        StateStore store = builder.build();
        store.init(context, store);
        if (stage.isFolded(builder)) {
            StateRestoreCallback restorer = context.restorer(store.name());
            for (Entry entry : partition.committed()) {
                if (entry.offset() < committed) {
                    restorer.restore(
                            entry.key(), store instanceof TimestampedBytesStore ? withTimestamp(entry) : entry.value());
                }
            }
        }
        return store;
    }

    /** As Kafka Streams gives it to a store that takes timestamps. */
    private static byte @Nullable [] withTimestamp(Entry entry) {
        return entry.value() == null
                ? null
                : ByteBuffer.allocate(Long.BYTES + entry.value().length)
                        .putLong(entry.timestamp())
                        .put(entry.value())
                        .array();
    }

    Stage stage() {
        return stage;
    }

    TopicPartition input() {
        return input;
    }

    /** The offset of the next record. */
    long position() {
        return position;
    }

    /** Whether there is a position that was not committed. */
    boolean hasProgress() {
        return position != committed;
    }

    void committed() {
        committed = position;
    }

    /** Whether there is a committed record that was not processed, and may be. */
    boolean mayGoOn(BiPredicate<TopicPartition, Entry> mayProcess) {
        List<Entry> next = partition.committed(position, 1);
        return !next.isEmpty() && mayProcess.test(input, next.get(0));
    }

    /** Processes a few records, up to the first that may not be processed yet. */
    void process(int atMost, BiPredicate<TopicPartition, Entry> mayProcess) {
        List<Entry> entries = partition.committed(position, atMost);
        for (Entry entry : entries) {
            if (!mayProcess.test(input, entry)) {
                return;
            }
            process(entry);
            position = entry.offset() + 1;
        }
        if (entries.size() < atMost) {
            position = Math.max(position, partition.lastStable());
        }
    }

    @SuppressWarnings("NullAway") // records may have neither key nor value
    private void process(Entry entry) {
        ConsumerRecord<Object, Object> received = new ConsumerRecord<>(
                input.topic(),
                input.partition(),
                entry.offset(),
                entry.timestamp(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                entry.key(),
                entry.value(),
                entry.headers(),
                Optional.empty());
        long timestamp = stage.timestamps().extract(received, entry.timestamp());
        context.at(new ProcessorRecordContext(
                timestamp, entry.offset(), input.partition(), input.topic(), entry.headers()));
        processor.process(new Record<>(entry.key(), entry.value(), timestamp, entry.headers()));
        context.at(null);
    }

    void punctuate() {
        context.punctuate();
    }

    /** Closes it; what was not committed is lost. */
    void close() {
        processor.close();
        stores.forEach(StateStore::close);
    }
}
