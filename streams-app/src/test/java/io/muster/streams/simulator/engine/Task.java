package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.RecordedTopology.Stage;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.Partition;
import io.muster.streams.simulator.log.SimulatedLog;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.jspecify.annotations.Nullable;

/** A running task: a stage over one partition of its topic. */
final class Task {

    private final Stage stage;
    private final TopicPartition input;
    private final Partition partition;
    private final TaskContext context;
    private final Processor<byte[], byte[], Object, Object> processor;
    private final TaskStores stores;
    private final String group;
    private final SimulatedLog log;
    private final Observer observer;
    private long position;
    private long committed;
    private @Nullable Entry last;
    private boolean wasDrained;

    /** Writes to the changelog of a store, in the transaction of the instance. */
    interface Changelog {
        void write(TopicPartition changelog, byte[] key, byte @Nullable [] value);
    }

    /** Restores the stores up to the committed offset and starts there. */
    Task(
            Stage stage,
            int number,
            String group,
            SimulatedLog log,
            TaskContext context,
            Changelog changelog,
            Observer observer) {
        this.stage = stage;
        this.input = new TopicPartition(stage.topic(), number);
        this.group = group;
        this.log = log;
        this.partition = log.partition(stage.topic(), number);
        this.context = context;
        this.observer = observer;
        stores = new TaskStores(stage, input, group, log, context, changelog);
        processor = stage.newProcessor();
        start();
    }

    private void start() {
        committed = log.committed(group, input).orElse(0);
        position = committed;
        last = null;
        stores.restore(log.hidesOffsets() ? 0 : committed);
        processor.init(context);
    }

    /**
     * Restarts from the committed offset with the same processor and stores, as after a {@code TaskCorruptedException}.
     */
    void revive() {
        wasDrained = isDrained();
        close();
        start();
    }

    /** The changelog topic of a store. */
    static String changelog(String group, String store) {
        return group + "-" + store + "-changelog";
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

    /** The last record processed since the start; null if none. */
    @Nullable
    Entry last() {
        return last;
    }

    /** Whether the position is not committed yet. */
    boolean hasProgress() {
        return position != committed;
    }

    void committed() {
        committed = position;
    }

    /**
     * Whether no committed record is left, according to the lag of the consumer. A restarted task keeps the lag from
     * before until its consumer fetches a record.
     */
    boolean isDrained() {
        return (wasDrained && last == null) || partition.committed(position, 1).isEmpty();
    }

    /** Whether there is another record that may be processed. */
    boolean hasNext(BiPredicate<TopicPartition, Entry> mayProcess) {
        List<Entry> next = partition.committed(position, 1);
        return !next.isEmpty() && mayProcess.test(input, next.get(0));
    }

    /** Processes some records, up to the first that must wait. */
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
        observer.beforeRecord(input);
        long timestamp = stage.timestamps().extract(received, entry.timestamp());
        context.moveTo(new ProcessorRecordContext(
                timestamp, entry.offset(), input.partition(), input.topic(), entry.headers()));
        processor.process(new Record<>(entry.key(), entry.value(), timestamp, entry.headers()));
        context.moveTo(null);
        last = entry;
        observer.afterRecord(input, entry);
    }

    /** Calls the due punctuators. @return whether any was due */
    boolean punctuate() {
        return context.punctuate();
    }

    /** Closes the task without a commit. */
    void close() {
        processor.close();
        stores.close();
    }
}
