package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.SubtotalBook;
import io.muster.streams.mapping.CellKey;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.Backlog;
import io.muster.streams.topology.RoundPacer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands on the absolute subtotals that changed, in rounds, and asks for a commit after each. What changed and was not handed on
 * when the process died is handed on after the next start, as then every subtotal is.
 */
final class CellForwarder {

    private final SubtotalBook book;
    private final ProcessorContext<Object, Object> context;
    private final RoundPacer pacer;
    private final Backlog backlog;
    private long taken;

    CellForwarder(SubtotalBook book, ProcessorContext<Object, Object> context, RoundPacer pacer, Backlog backlog) {
        this.book = book;
        this.context = context;
        this.pacer = pacer;
        this.backlog = backlog;
        if (book.changedCount() > 0) {
            took(); // what was restored is to be handed on again
        }
    }

    /** A record was taken; what it changed follows with the next round. */
    void took() {
        taken++;
        backlog.took();
    }

    /** @param now epoch milliseconds, for the timestamps of the records */
    void forwardIfDue(long now) {
        if (book.changedCount() > 0) {
            pacer.run(this, () -> forward(now));
        } else {
            settle();
        }
    }

    private void forward(long now) {
        int partition = context.taskId().partition();
        book.drainChanged((cell, subtotal) -> context.forward(
                new Record<>(new CellKey(cell, partition), SubtotalCodec.toBytes(subtotal), now), LedgerStage.CELLS));
        context.commit();
        settle();
    }

    private void settle() {
        backlog.handedOn(taken);
        taken = 0;
    }

    void close() {
        pacer.forget(this);
        settle();
    }
}
