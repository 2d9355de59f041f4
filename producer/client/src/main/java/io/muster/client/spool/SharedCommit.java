package io.muster.client.spool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** What belongs together, and what became of it. */
    private static final class Addition {
        final List<Draft> drafts;
        final Instant now;
        List<Receipt> receipts = List.of();

        @Nullable
        RuntimeException failure;

        /** Whether receipts or failure say what became of it. */
        boolean settled;

        /** Whether the thread that added it may look. */
        boolean done;

        Addition(List<Draft> drafts, Instant now) {
            this.drafts = drafts;
            this.now = now;
        }
    }

    /** Adds all of them or none, whatever becomes of what others add. */
    List<Receipt> add(List<Draft> drafts, Instant now) {
        Addition addition = new Addition(drafts, now);
        List<Addition> together = awaitTurn(addition);
        if (!together.isEmpty()) {
            try {
                commit(together);
            } finally {
                endTurn(together);
            }
        }
        if (addition.failure != null) {
            throw addition.failure;
        }
        return addition.receipts;
    }

    /** Waits until another thread has committed it, or for the turn to commit all that waits; in the first case there is nothing to do. */
    private List<Addition> awaitTurn(Addition addition) {
        lock.lock();
        try {
            waiting.add(addition);
            while (committing && !addition.done) {
                turnEnded.awaitUninterruptibly();
            }
            if (addition.done) {
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

    private void endTurn(List<Addition> together) {
        lock.lock();
        try {
            for (Addition addition : together) {
                if (!addition.settled) {
                    addition.failure = new IllegalStateException("it is not known whether this was recorded");
                }
                addition.done = true;
            }
            committing = false;
            turnEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<Addition> together) {
        try {
            file.add(connection -> {
                for (Addition addition : together) {
                    addition.receipts = add(connection, addition);
                }
                return together;
            });
            together.forEach(addition -> addition.settled = true);
        } catch (RuntimeException e) {
            if (together.size() > 1) {
                // one that has no room must not take the others with it
                together.forEach(addition -> commit(List.of(addition)));
            } else {
                together.get(0).failure = e;
                together.get(0).settled = true;
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
