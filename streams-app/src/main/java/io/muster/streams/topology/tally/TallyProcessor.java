package io.muster.streams.topology.tally;

import io.muster.streams.topology.RoundPacer;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts every cell on its board. The rows that change follow in rounds, also when no cell comes. */
final class TallyProcessor implements Processor<byte[], byte[], Object, Object> {

    private final String storeName;
    private final RowPublisher.Factory publishers;
    private final Supplier<RoundPacer> pacers;
    private final Duration checkEvery;
    private @Nullable TallyStore store;
    private @Nullable RoundPacer pacer;

    TallyProcessor(
            String storeName, RowPublisher.Factory publishers, Supplier<RoundPacer> pacers, Duration checkEvery) {
        this.storeName = storeName;
        this.publishers = publishers;
        this.pacers = pacers;
        this.checkEvery = checkEvery;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        TallyStore boards = context.getStateStore(storeName);
        store = boards;
        RoundPacer ofThread = pacers.get();
        pacer = ofThread;
        RowPublisher publisher = publishers.of(boards, context);
        context.schedule(
                checkEvery, PunctuationType.WALL_CLOCK_TIME, now -> ofThread.run(this, () -> publisher.publish(now)));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        store.put(record.key(), record.value());
    }

    @Override
    public void close() {
        if (pacer != null) {
            pacer.forget(this);
        }
    }
}
