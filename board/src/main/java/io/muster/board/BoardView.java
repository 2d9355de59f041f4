package io.muster.board;

import io.muster.board.ViewException.Problem;
import io.muster.contract.Connection;
import io.muster.domain.tally.CountingState;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board that follows the topics in its own thread. While the broker or the registry is unavailable, it keeps its last
 * contents and retries. Topics that are deleted and recreated are read again from the beginning.
 */
public final class BoardView implements LiveBoard, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardView.class);

    private final Follower follower;
    private final Loop loop;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Board board = Board.EMPTY;

    private BoardView(Connection connection, boolean withCorrections, Set<String> others, Loops loops) {
        follower = new Follower(connection, withCorrections, others, this::publish);
        loop = loops.start("board-view", follower::step, follower::end);
    }

    /**
     * Starts reading from the beginning.
     *
     * @param others further topics that must exist before reading starts
     * @param loops runs the thread of this view
     * @throws ViewException if a setting is wrong
     */
    public static BoardView follow(Connection connection, Set<String> others, Loops loops) {
        return new BoardView(connection, false, others, loops);
    }

    /** Like {@link #follow(Connection, Set, Loops)}, for a process without other loops. */
    public static BoardView follow(Connection connection) {
        return follow(connection, Set.of(), new Loops());
    }

    /** Like {@link #follow(Connection, Set, Loops)}, with the corrections on the board. */
    public static BoardView followWithCorrections(Connection connection, Loops loops) {
        return new BoardView(connection, true, Set.of(), loops);
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public boolean isComplete() {
        return follower.isComplete();
    }

    @Override
    public ViewStatus status() {
        return follower.status();
    }

    @Override
    public CountingState counting() {
        return follower.counting();
    }

    /**
     * Like {@link #counting()}, for a reader that does not wait for further heartbeats. Their age is computed from
     * their timestamps.
     */
    public CountingState countingAtOnce() {
        return follower.countingAtOnce();
    }

    @Override
    public long skipped() {
        return follower.skipped();
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Waits until the board contains all records that are committed now.
     *
     * @throws ViewException as soon as reading fails, or if the timeout expires; the view keeps following
     */
    public void readToEnd(Duration atMost) throws InterruptedException {
        CompletableFuture<Void> reached = follower.reachEnd();
        try {
            reached.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ViewException(
                    Problem.TIME, "the topics were not read to their end within " + atMost.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ViewException known
                    ? new ViewException(known.problem(), known.description(), known)
                    : new IllegalStateException(e.getCause());
        }
    }

    private void publish(Board next, Changes changes) {
        board = next;
        for (Listener listener : listeners) {
            try {
                listener.changed(next, changes);
            } catch (RuntimeException e) {
                LOG.error("A listener of the board failed", e);
            }
        }
    }

    @Override
    public void close() {
        loop.stop();
        follower.wakeup();
        loop.join();
    }
}
