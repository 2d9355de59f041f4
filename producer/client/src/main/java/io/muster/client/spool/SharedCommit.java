package io.muster.client.spool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What comes while the disk is busy with a commit goes with the next one, all of it together: so many threads together wait for the disk
 * no longer than one.
 */
final class SharedCommit {

    private final SpoolFile file;
    private final SpoolFormat format;
    private final Lock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();
    private final List<Addition> waiting = new ArrayList<>();
    private boolean committing;

    SharedCommit(SpoolFile file, SpoolFormat format) {
        this.file = file;
        this.format = format;
    }

    /** What belongs together, and what became of it; that is told under the lock. */
    private static final class Addition {
        final List<Draft> drafts;
        final Instant now;

        @Nullable
        Outcome outcome;

        Addition(List<Draft> drafts, Instant now) {
            this.drafts = drafts;
            this.now = now;
        }
    }

    /** @param failure null where all of it is on the disk */
    private record Outcome(List<Receipt> receipts, @Nullable RuntimeException failure) {}

    /** Adds all of them or none, whatever becomes of what others add. */
    List<Receipt> add(List<Draft> drafts, Instant now) {
        Addition addition = new Addition(drafts, now);
        List<Addition> together = awaitTurn(addition);
        if (!together.isEmpty()) {
            List<Outcome> outcomes = new ArrayList<>();
            try {
                commit(together, outcomes);
            } finally {
                endTurn(together, outcomes);
            }
        }
        Outcome outcome = Objects.requireNonNull(addition.outcome);
        if (outcome.failure != null) {
            throw outcome.failure;
        }
        return outcome.receipts;
    }

    /** Waits until another thread has committed it, or for the turn to commit all that waits; in the first case there is nothing to do. */
    private List<Addition> awaitTurn(Addition addition) {
        lock.lock();
        try {
            waiting.add(addition);
            while (committing && addition.outcome == null) {
                turnEnded.awaitUninterruptibly();
            }
            if (addition.outcome != null) {
                return List.of();
            }
            committing = true;
            List<Addition> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** @param outcomes of the first of them; of the others nothing is known, for something else went wrong */
    private void endTurn(List<Addition> together, List<Outcome> outcomes) {
        lock.lock();
        try {
            for (int i = 0; i < together.size(); i++) {
                together.get(i).outcome = i < outcomes.size()
                        ? outcomes.get(i)
                        : new Outcome(
                                List.of(), new IllegalStateException("it is not known whether this was recorded"));
            }
            committing = false;
            turnEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param outcomes grows by one for each of them, in their order */
    private void commit(List<Addition> together, List<Outcome> outcomes) {
        try {
            outcomes.addAll(file.add(connection -> {
                List<Outcome> added = new ArrayList<>(together.size());
                for (Addition addition : together) {
                    added.add(new Outcome(add(connection, addition), null));
                }
                return added;
            }));
        } catch (RuntimeException e) {
            if (together.size() > 1) {
                // one that has no room must not take the others with it
                together.forEach(addition -> commit(List.of(addition), outcomes));
            } else {
                outcomes.add(new Outcome(List.of(), e));
            }
        }
    }

    private List<Receipt> add(Connection connection, Addition addition) throws SQLException {
        List<Receipt> receipts = new ArrayList<>(addition.drafts.size());
        try (Additions additions = new Additions(connection, format, addition.now)) {
            for (Draft draft : addition.drafts) {
                receipts.add(additions.add(draft));
            }
        }
        return receipts;
    }
}
