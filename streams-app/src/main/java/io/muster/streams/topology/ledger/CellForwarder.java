package io.muster.streams.topology.ledger;

import io.muster.contract.topic.CellKey;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.stage.TaskFlushes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Forwards changed subtotals, as absolute numbers. After a start, all subtotals count as changed, so a change that a
 * crash kept from being forwarded is forwarded then.
 */
final class CellForwarder implements TaskFlushes.Flush {

    private final SubtotalBook book;
    private final ProcessorContext<Object, Object> context;
    private final Runnable restored;

    /** @param restored checks the restored state; runs before each flush, even before the first record */
    CellForwarder(SubtotalBook book, ProcessorContext<Object, Object> context, Runnable restored) {
        this.book = book;
        this.context = context;
        this.restored = restored;
    }

    @Override
    public boolean isNeeded() {
        restored.run();
        return book.changedCount() > 0;
    }

    @Override
    public boolean isPermitted(long now) {
        return true;
    }

    /** Forwards at once, without waiting for the next flush. */
    void forwardNow() {
        run(context.currentSystemTimeMs());
    }

    @Override
    public boolean run(long now) {
        int partition = context.taskId().partition();
        book.drainChanged((cell, subtotal) -> context.forward(
                new Record<>(new CellKey(cell, partition), SubtotalCodec.toBytes(subtotal), now), LedgerStage.CELLS));
        return true;
    }
}
