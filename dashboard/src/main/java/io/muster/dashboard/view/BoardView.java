package io.muster.dashboard.view;

import io.muster.dashboard.view.ViewException.Obstacle;
import io.muster.domain.counting.CountingState;
import io.muster.schemas.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board that follows the topics, in a thread of its own. A broker or registry that goes away is waited for; until it is back
 * the board stays as it is. The partitions are those that there are at the start.
 */
public final class BoardView implements LiveBoard, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardView.class);

    private final Follower follower;
    private final Thread thread;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Board board = Board.EMPTY;

    private BoardView(Map<String, ?> kafka, AvroSerdes serdes, boolean withCorrections) {
        follower = new Follower(kafka, serdes, withCorrections, this::publish);
        thread = new Thread(follower, "board-view");
        thread.setDaemon(true);
    }

    /**
     * Starts to read from the beginning.
     *
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @throws ViewException if a setting is wrong
     */
    public static BoardView follow(Map<String, ?> kafka, AvroSerdes serdes) {
        return started(new BoardView(kafka, serdes, false));
    }

    /** Like {@link #follow}, with the corrections on the board. */
    public static BoardView followWithCorrections(Map<String, ?> kafka, AvroSerdes serdes) {
        return started(new BoardView(kafka, serdes, true));
    }

    private static BoardView started(BoardView view) {
        view.thread.start();
        return view;
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

    @Override
    public long skipped() {
        return follower.skipped();
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Waits until the board holds all that is committed now.
     *
     * @throws ViewException as soon as something is in the way, or if the end is not reached in time; the view goes on
     */
    public void readToEnd(Duration atMost) throws InterruptedException {
        CompletableFuture<Void> reached = follower.reachEnd();
        try {
            reached.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ViewException(
                    Obstacle.TIME, "the topics were not read to their end within " + atMost.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ViewException known
                    ? new ViewException(known.obstacle(), known.problem(), known)
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
        follower.stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
