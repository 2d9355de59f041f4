package io.muster.notifier.delivery;

import io.muster.board.Board;
import io.muster.board.BoardView;
import io.muster.board.ViewStatus;
import io.muster.contract.serde.RegistryOutageException;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import io.muster.notifier.Alerts;
import io.muster.notifier.marks.MarkLog;
import io.muster.notifier.marks.MarkLog.Turn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.KafkaException;
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
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

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
    private final Loops loops;
    private final Loop loop;
    private volatile State state = State.READING;
    private volatile @Nullable String problem;
    private @Nullable Desks desks;
    private @Nullable Board shown;
    private boolean failing;

    /**
     * Begins.
     *
     * @param view has read the topics to their end; it is the caller's
     * @param marks are closed with this
     * @param loops the threads of the service
     */
    public static Notifier start(
            BoardView view,
            MarkLog marks,
            List<Channel> channels,
            InstantSource clock,
            DeliveryListener listener,
            Loops loops) {
        return new Notifier(view, marks, channels, clock, listener, loops);
    }

    private Notifier(
            BoardView view,
            MarkLog marks,
            List<Channel> channels,
            InstantSource clock,
            DeliveryListener listener,
            Loops loops) {
        this.view = view;
        this.marks = marks;
        this.channels = List.copyOf(channels);
        this.clock = clock;
        this.listener = listener;
        this.loops = loops;
        this.loop = loops.start("notifier", this::step, this::end);
    }

    /** What is in the way, for people; null if nothing is. */
    public @Nullable String problem() {
        return problem;
    }

    public State state() {
        return state;
    }

    /** Nothing is told while it is not known how things stand. */
    private void step(Loop self) throws InterruptedException {
        try {
            marks.poll(POLL);
            failing = false;
            goOn();
        } catch (KafkaException e) {
            if (!failing) {
                LOG.warn("Waiting: {}", e.getMessage());
                failing = true;
            }
            standStill(e);
            self.pause(PAUSE_AFTER_FAILURE);
        } catch (RuntimeException e) {
            standStill(e);
            throw e;
        }
    }

    private void standStill(RuntimeException why) {
        book.close();
        problem = why.getMessage();
        state = why.getCause() instanceof RegistryOutageException ? State.WAITING_FOR_REGISTRY : State.WAITING;
    }

    private void goOn() {
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

    private void end() {
        closeDesks();
        marks.close();
    }

    private State state(boolean live, Turn turn) {
        if (view.status() instanceof ViewStatus.Waiting waiting) {
            problem = waiting.description();
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
            book.show(Alerts.of(board));
            shown = board;
        } else {
            book.reopen();
        }
    }

    private void openDesks() {
        if (desks == null) {
            LOG.info("Delivering to {} receivers", channels.size());
            desks = Desks.open(
                    channels.stream()
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
                            .toList(),
                    loops);
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
        loop.stop();
        try {
            loop.join(CLOSE_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
