package io.muster.gateway.send;

import io.muster.client.StatementRefusedException;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements of one request on their way. Gives the room of each back as soon as it is known what became of it. */
final class Shipment implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Shipment.class);

    private final List<Statement> statements;
    private final Publishing publishing;
    private final Runnable giveBack;
    private final long deadline;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final BitSet acknowledged = new BitSet();
    private final SortedMap<Integer, Rejection> refused = new TreeMap<>();
    private int open;
    private boolean failed;

    /** @param deadline by {@link System#nanoTime}, after which nothing more is sent */
    Shipment(List<Statement> statements, Publishing publishing, Runnable giveBack, long deadline) {
        this.statements = List.copyOf(statements);
        this.publishing = publishing;
        this.giveBack = giveBack;
        this.deadline = deadline;
        this.open = statements.size();
    }

    /** Is done when it is known what became of every statement. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    /** What is known by now. */
    synchronized Delivery delivery() {
        return new Delivery((BitSet) acknowledged.clone(), new TreeMap<>(refused));
    }

    @Override
    public void run() {
        for (int i = 0; i < statements.size(); i++) {
            int index = i;
            if (isHopeless()) {
                settle(index, null, false);
            } else {
                send(index);
            }
        }
    }

    private void send(int index) {
        try {
            publishing
                    .send(statements.get(index))
                    .whenComplete((done, failure) -> settle(index, failure, failure == null));
        } catch (RuntimeException | Error e) {
            settle(index, e, false); // or its room would be lost for good
        }
    }

    /** Where one has failed the others would, after as long a wait. */
    private synchronized boolean isHopeless() {
        return failed || System.nanoTime() - deadline > 0;
    }

    private void settle(int index, @Nullable Throwable failure, boolean good) {
        giveBack.run();
        boolean last;
        synchronized (this) {
            if (good) {
                acknowledged.set(index);
            } else {
                note(index, failure);
            }
            last = --open == 0;
        }
        if (last) {
            settled.complete(null);
        }
    }

    private void note(int index, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof StatementRefusedException refusal) {
            refused.put(index, refusal.rejection());
        } else if (cause != null) {
            if (!failed) {
                LOG.warn("Statements were not acknowledged: {}", cause.getMessage());
            }
            failed = true;
        }
    }
}
