package io.muster.client.spool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What comes while the disk is busy with a commit goes with the next one, all of it together: so many threads together wait for the disk
 * no longer than one.
 */
final class SharedCommit {

    private final SpoolFile file;
    private final SpoolFormat format;
    private final Queue<Addition> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

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

        boolean done;

        Addition(List<Draft> drafts, Instant now) {
            this.drafts = drafts;
            this.now = now;
        }
    }

    /** Adds all of them or none, whatever becomes of what others add. */
    List<Receipt> add(List<Draft> drafts, Instant now) {
        Addition addition = new Addition(drafts, now);
        waiting.add(addition);
        turn.lock();
        try {
            if (!addition.done) {
                commit(takeAll());
            }
        } finally {
            turn.unlock();
        }
        if (addition.failure != null) {
            throw addition.failure;
        }
        return addition.receipts;
    }

    private List<Addition> takeAll() {
        List<Addition> all = new ArrayList<>();
        for (Addition next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        return all;
    }

    private void commit(List<Addition> together) {
        try {
            file.add(connection -> {
                for (Addition addition : together) {
                    addition.receipts = add(connection, addition);
                }
                return together;
            });
            together.forEach(addition -> addition.done = true);
        } catch (RuntimeException e) {
            if (together.size() > 1) {
                // one that has no room must not take the others with it
                together.forEach(addition -> commit(List.of(addition)));
            } else {
                together.get(0).failure = e;
                together.get(0).done = true;
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
