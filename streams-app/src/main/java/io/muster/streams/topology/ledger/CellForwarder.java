package io.muster.streams.topology.ledger;

import io.muster.contract.topic.CellKey;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.TaskRounds;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands on the absolute subtotals that changed. What changed and was not handed on when the process died is handed on after the
 * next start, as then every subtotal is.
 */
final class CellForwarder implements TaskRounds.Round {

    private final SubtotalBook book;
    private final ProcessorContext<Object, Object> context;
    private final Runnable restored;

    /** @param restored is checked before each flush, also before the first record */
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

    /** At once, without waiting for a round. */
    void handOn() {
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
