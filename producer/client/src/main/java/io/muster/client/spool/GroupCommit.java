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
 * Group commit: concurrent additions share one fsync. The first thread becomes the leader and commits all waiting
 * additions; the others wait for its result.
 */
final class GroupCommit {

    private final SpoolFile file;
    private final SpoolFormat format;
    private final Lock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final List<Addition> waiting = new ArrayList<>();
    private boolean committing;

    GroupCommit(SpoolFile file, SpoolFormat format) {
        this.file = file;
        this.format = format;
    }

    /** One call of {@link #add}. The result is set under the lock. */
    private static final class Addition {
        final List<Draft> drafts;
        final Instant now;

        @Nullable
        Result result;

        Addition(List<Draft> drafts, Instant now) {
            this.drafts = drafts;
            this.now = now;
        }
    }

    /** @param failure null if the additions are on disk */
    private record Result(List<Receipt> receipts, @Nullable RuntimeException failure) {}

    /** Adds all drafts or none. A failure of another addition in the group does not affect them. */
    List<Receipt> add(List<Draft> drafts, Instant now) {
        Addition addition = new Addition(drafts, now);
        List<Addition> group = awaitLeadership(addition);
        if (!group.isEmpty()) {
            List<Result> results = new ArrayList<>();
            try {
                commit(group, results);
            } finally {
                publish(group, results);
            }
        }
        Result result = Objects.requireNonNull(addition.result);
        if (result.failure != null) {
            throw result.failure;
        }
        return result.receipts;
    }

    /**
     * Waits until another thread has committed the addition, or until this thread becomes the leader.
     *
     * @return the additions to commit as the leader; empty if the addition is committed already
     */
    private List<Addition> awaitLeadership(Addition addition) {
        lock.lock();
        try {
            waiting.add(addition);
            while (committing && addition.result == null) {
                committed.awaitUninterruptibly();
            }
            if (addition.result != null) {
                return List.of();
            }
            committing = true;
            List<Addition> group = List.copyOf(waiting);
            waiting.clear();
            return group;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param results of the first additions of the group; the outcome of the remaining ones is unknown after an
     *     unexpected error
     */
    private void publish(List<Addition> group, List<Result> results) {
        lock.lock();
        try {
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = i < results.size()
                        ? results.get(i)
                        : new Result(
                                List.of(),
                                new IllegalStateException("it is unknown whether this was recorded;"
                                        + " record it again with the same eventId"));
            }
            committing = false;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param results receives one result per addition, in order */
    private void commit(List<Addition> group, List<Result> results) {
        try {
            results.addAll(file.add(connection -> {
                List<Result> added = new ArrayList<>(group.size());
                for (Addition addition : group) {
                    added.add(new Result(add(connection, addition), null));
                }
                return added;
            }));
        } catch (RuntimeException e) {
            if (group.size() > 1) {
                // retry one by one, so that an addition without room does not fail the others
                group.forEach(addition -> commit(List.of(addition), results));
            } else {
                results.add(new Result(List.of(), e));
            }
        }
    }

    private List<Receipt> add(Connection connection, Addition addition) throws SQLException {
        List<Receipt> receipts = new ArrayList<>(addition.drafts.size());
        try (StatementInserter additions = new StatementInserter(connection, format, addition.now)) {
            for (Draft draft : addition.drafts) {
                receipts.add(additions.add(draft));
            }
        }
        return receipts;
    }
}
