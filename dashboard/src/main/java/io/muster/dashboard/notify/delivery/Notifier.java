package io.muster.dashboard.notify.delivery;

import io.muster.dashboard.notify.Alerts;
import io.muster.dashboard.notify.marks.MarkLog;
import io.muster.dashboard.notify.marks.MarkLog.Turn;
import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.BoardView;
import io.muster.dashboard.view.ViewStatus;
import io.muster.schemas.RegistryOutageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers alerts while it is this process's turn: keeps the alerts of all desks up to date, and closes them when the turn is over. It
 * delivers nothing while the board is not up to date.
 */
public final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long CLOSE_MILLIS = 5_000;

    /** How it stands. */
    public enum State {
        /** It delivers. */
        DELIVERING,
        /** Another one delivers, or the group has not decided yet. */
        STANDING_BY,
        /** It reads what it needs to know. */
        READING,
        /** The broker does not answer; nothing is delivered. */
        WAITING,
        /** The schema registry does not say what records mean; nothing is delivered. */
        WAITING_FOR_REGISTRY
    }

    private final BoardView view;
    private final MarkLog marks;
    private final List<Channel> channels;
    private final InstantSource clock;
    private final DeliveryListener listener;
    private final AlertBook book = new AlertBook();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "notifier");
    private volatile State state = State.READING;
    private volatile @Nullable String problem;
    private @Nullable Desks desks;
    private @Nullable Board shown;
    private boolean failing;

    /** @param view has read the topics to their end; it is the caller's, as the marks are */
    public Notifier(
            BoardView view, MarkLog marks, List<Channel> channels, InstantSource clock, DeliveryListener listener) {
        this.view = view;
        this.marks = marks;
        this.channels = List.copyOf(channels);
        this.clock = clock;
        this.listener = listener;
    }

    /** What is in the way, for people; null if nothing is. */
    public @Nullable String problem() {
        return problem;
    }

    public void start() {
        thread.start();
    }

    public State state() {
        return state;
    }

    /** Waits until it ends, by {@link #close} or because it could not go on. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeDesks();
            marks.close();
        }
    }

    private void step() throws InterruptedException {
        try {
            marks.poll(POLL);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Waiting: {}", e.getMessage());
                failing = true;
            }
            book.close();
            problem = e.getMessage();
            state = e.getCause() instanceof RegistryOutageException ? State.WAITING_FOR_REGISTRY : State.WAITING;
            stop.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        boolean live = view.status() instanceof ViewStatus.Live;
        if (live) {
            show(view.board());
        } else {
            book.close();
        }
        if (marks.turn() == Turn.HELD) {
            openDesks();
        } else {
            closeDesks();
        }
        state = state(live, marks.turn());
    }

    private State state(boolean live, Turn turn) {
        if (view.status() instanceof ViewStatus.Waiting waiting) {
            problem = waiting.problem();
            return waiting.isWaitingForRegistry() ? State.WAITING_FOR_REGISTRY : State.WAITING;
        }
        problem = null;
        return switch (turn) {
            case STANDING_BY -> State.STANDING_BY;
            case READING -> State.READING;
            case HELD -> live ? State.DELIVERING : State.READING;
        };
    }

    @SuppressWarnings("ReferenceEquality") // whether it is another board, not whether it says something else
    private void show(Board board) {
        if (board != shown) {
            shown = board;
            book.show(Alerts.of(board));
        } else {
            book.reopen();
        }
    }

    private void openDesks() {
        if (desks == null) {
            LOG.info("Delivering to {} receivers", channels.size());
            desks = Desks.open(channels.stream()
                    .map(channel -> new Desk(
                            channel,
                            book,
                            new ToldAlerts(
                                    channel.receiver(),
                                    marks.known(channel.receiver().name()),
                                    marks,
                                    clock),
                            clock,
                            listener))
                    .toList());
        }
    }

    private void closeDesks() {
        if (desks != null) {
            LOG.info("Delivering no more");
            desks.close();
            desks = null;
        }
    }

    /** Ends within some seconds, the marks closed. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(2 * CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
