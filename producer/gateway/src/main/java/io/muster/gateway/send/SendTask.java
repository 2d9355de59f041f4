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

/**
 * Sends the statements of one request and collects their outcomes. Releases the permit of each statement as soon as
 * its outcome is known.
 */
final class SendTask implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SendTask.class);

    private final List<Statement> statements;
    private final StatementPublisher publisher;
    private final Runnable releasePermit;
    private final long deadline;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private final BitSet acknowledged = new BitSet();
    private final SortedMap<Integer, Rejection> refused = new TreeMap<>();
    private int open;
    private boolean failed;

    /** @param deadline by {@link System#nanoTime}; no statement is sent after it */
    SendTask(List<Statement> statements, StatementPublisher publisher, Runnable releasePermit, long deadline) {
        this.statements = List.copyOf(statements);
        this.publisher = publisher;
        this.releasePermit = releasePermit;
        this.deadline = deadline;
        this.open = statements.size();
    }

    /** Completed when the outcome of every statement is known. */
    CompletableFuture<Void> completion() {
        return completion;
    }

    /** The outcomes known so far. */
    synchronized SendResult result() {
        return new SendResult((BitSet) acknowledged.clone(), new TreeMap<>(refused));
    }

    @Override
    public void run() {
        for (int i = 0; i < statements.size(); i++) {
            int index = i;
            if (isFailing()) {
                settle(index, null, false);
            } else {
                send(index);
            }
        }
    }

    private void send(int index) {
        try {
            publisher
                    .send(statements.get(index))
                    .whenComplete((done, failure) -> settle(index, failure, failure == null));
        } catch (RuntimeException | Error e) {
            settle(index, e, false); // otherwise its permit would be lost
        }
    }

    /** Whether to skip the remaining statements. After one failure they would fail too, each after a full timeout. */
    private synchronized boolean isFailing() {
        return failed || System.nanoTime() - deadline > 0;
    }

    private void settle(int index, @Nullable Throwable failure, boolean good) {
        releasePermit.run();
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
            completion.complete(null);
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
