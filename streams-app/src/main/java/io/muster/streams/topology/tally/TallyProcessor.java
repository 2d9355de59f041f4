package io.muster.streams.topology.tally;

import io.muster.streams.topology.RoundPacer;
import io.muster.streams.topology.Rounds;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts every cell on its board. The rows that change follow in rounds, also when no cell comes. */
final class TallyProcessor implements Processor<byte[], byte[], Object, Object> {

    private final String storeName;
    private final RowPublisher.Factory publishers;
    private final Rounds rounds;
    private @Nullable TallyStore store;
    private @Nullable RoundPacer pacer;
    private long taken;

    TallyProcessor(String storeName, RowPublisher.Factory publishers, Rounds rounds) {
        this.storeName = storeName;
        this.publishers = publishers;
        this.rounds = rounds;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        TallyStore boards = context.getStateStore(storeName);
        store = boards;
        RoundPacer ofThread = rounds.pacers().get();
        pacer = ofThread;
        RowPublisher publisher = publishers.of(boards, context);
        context.schedule(
                rounds.checkEvery(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> ofThread.run(this, () -> {
                    publisher.publish(now);
                    settle();
                }));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        store.put(record.key(), record.value());
        taken++;
        rounds.backlog().took();
    }

    private void settle() {
        rounds.backlog().handedOn(taken);
        taken = 0;
    }

    @Override
    public void close() {
        if (pacer != null) {
            pacer.forget(this);
        }
        settle();
    }
}
