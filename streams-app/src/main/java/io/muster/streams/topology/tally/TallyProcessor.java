package io.muster.streams.topology.tally;

import io.muster.streams.topology.Rounds;
import io.muster.streams.topology.TaskHeartbeat;
import io.muster.streams.topology.TaskRounds;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts every cell on its board. The rows that change follow in rounds, also when no cell comes. */
final class TallyProcessor implements Processor<byte[], byte[], Object, Object> {

    private final String storeName;
    private final RowPublisher.Factory publishers;
    private final Rounds rounds;
    private final Heartbeats heartbeats;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable TallyStore store;
    private @Nullable RowPublisher publisher;
    private @Nullable TaskRounds taskRounds;
    private @Nullable TaskHeartbeat heartbeat;

    TallyProcessor(String storeName, RowPublisher.Factory publishers, Rounds rounds, Heartbeats heartbeats) {
        this.storeName = storeName;
        this.publishers = publishers;
        this.rounds = rounds;
        this.heartbeats = heartbeats;
    }

    @Override
    public void init(ProcessorContext<Object, Object> taskContext) {
        context = taskContext;
        TallyStore boards = taskContext.getStateStore(storeName);
        store = boards;
        RowPublisher publishing = publishers.of(boards, taskContext);
        publisher = publishing;
        TaskHeartbeat beating = heartbeats.of(publishing, taskContext);
        heartbeat = beating;
        taskRounds = new TaskRounds(rounds, taskContext, beating);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (context == null || store == null || publisher == null || taskRounds == null || heartbeat == null) {
            throw new IllegalStateException("not initialised");
        }
        publisher.takes(context.recordMetadata().orElseThrow().offset());
        store.put(record.key(), record.value(), record.timestamp());
        taskRounds.took(record.timestamp());
        heartbeat.took(record);
    }

    @Override
    public void close() {
        if (taskRounds != null) {
            taskRounds.close();
        }
        if (heartbeat != null) {
            heartbeat.close();
        }
    }

    /** Makes the heartbeat of a task. */
    interface Heartbeats {
        TaskHeartbeat of(RowPublisher publisher, ProcessorContext<Object, Object> context);
    }
}
