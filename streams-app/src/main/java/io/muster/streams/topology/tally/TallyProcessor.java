package io.muster.streams.topology.tally;

import io.muster.streams.topology.stage.FlushPolicy;
import io.muster.streams.topology.stage.TaskFlushes;
import io.muster.streams.topology.stage.TaskHeartbeat;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts every cell on its board. Changed rows follow with the next flush, which also runs when no cell arrives. */
final class TallyProcessor implements Processor<byte[], byte[], Object, Object> {

    private final String storeName;
    private final RowPublisher.Factory publishers;
    private final FlushPolicy flushPolicy;
    private final Heartbeats heartbeats;
    private @Nullable Task task;

    /** The parts of a running task. */
    private record Task(
            ProcessorContext<Object, Object> context,
            TallyStore store,
            RowPublisher publisher,
            TaskFlushes flushes,
            TaskHeartbeat heartbeat) {}

    /** Creates the heartbeat of a task. */
    interface Heartbeats {
        TaskHeartbeat of(RowPublisher publisher, ProcessorContext<Object, Object> context);
    }

    TallyProcessor(String storeName, RowPublisher.Factory publishers, FlushPolicy flushPolicy, Heartbeats heartbeats) {
        this.storeName = storeName;
        this.publishers = publishers;
        this.flushPolicy = flushPolicy;
        this.heartbeats = heartbeats;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        TallyStore store = context.getStateStore(storeName);
        RowPublisher publisher = publishers.of(store, context);
        TaskHeartbeat heartbeat = heartbeats.of(publisher, context);
        task = new Task(context, store, publisher, new TaskFlushes(flushPolicy, context, heartbeat), heartbeat);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (task == null) {
            throw new IllegalStateException("not initialised");
        }
        long offset = task.context.recordMetadata().orElseThrow().offset();
        task.publisher.beforePut(offset);
        task.store.put(record.key(), record.value(), record.timestamp());
        task.flushes.processed(record.timestamp());
        task.heartbeat.processed(offset, record.timestamp());
    }

    @Override
    public void close() {
        if (task != null) {
            task.flushes.close();
            task.heartbeat.close();
        }
    }
}
