package io.muster.dashboard.stream;

import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.LiveBoard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all streams what is new, in rounds, in a thread of its own. */
public final class Broadcast implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    /** What comes within this time goes together. */
    private static final long LEAST_PAUSE = Duration.ofMillis(100).toNanos();

    /** So many times as long as a round took is the pause after it, so that there is time for something else. */
    private static final int PAUSE_FACTOR = 2;

    /** Nobody waits longer, not even for the heartbeat. */
    private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

    private static final long HEARTBEAT = Duration.ofSeconds(15).toNanos();

    private final Supplier<Board> board;
    private final Supplier<?> state;
    private final Supplier<?> status;
    private final InstantSource clock;
    private final Details details = new Details();
    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "stream");

    /** Holds one thing at most: that there is news. */
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);

    private volatile boolean closed;

    /**
     * Starts to follow a view.
     *
     * @param state how the view stands to its topics
     * @param status what is told to all when that changes
     */
    public static Broadcast of(LiveBoard view, Supplier<?> state, Supplier<?> status, InstantSource clock) {
        Broadcast broadcast = new Broadcast(view::board, state, status, clock);
        view.addListener((board, changes) -> broadcast.wake());
        broadcast.thread.setDaemon(true);
        broadcast.thread.start();
        return broadcast;
    }

    private Broadcast(Supplier<Board> board, Supplier<?> state, Supplier<?> status, InstantSource clock) {
        this.board = board;
        this.state = state;
        this.status = status;
        this.clock = clock;
    }

    /** How many streams are open. */
    public int open() {
        return streams.size();
    }

    void add(OpenStream stream) {
        streams.add(stream);
        wake();
    }

    void remove(OpenStream stream) {
        streams.remove(stream);
    }

    /** The board, to begin a stream with. */
    Round round() {
        return new Round(board.get(), new Details(), clock.instant());
    }

    private void wake() {
        news.offer(true);
    }

    private void run() {
        Object said = state.get();
        while (!closed) {
            try {
                boolean isNews = news.poll(LEAST_PAUSE, TimeUnit.NANOSECONDS) != null;
                long began = System.nanoTime();
                if (isNews && !tell()) {
                    wake();
                }
                Object now = state.get();
                if (!now.equals(said)) {
                    said = now;
                    Event event = Event.status(status.get());
                    streams.forEach(stream -> stream.say(event, System.nanoTime()));
                }
                streams.forEach(stream -> stream.beat(System.nanoTime(), HEARTBEAT));
                long tired = PAUSE_FACTOR * (System.nanoTime() - began);
                TimeUnit.NANOSECONDS.sleep(Math.min(Math.max(LEAST_PAUSE, tired), LONGEST_PAUSE));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("A round of the streams failed", e);
            }
        }
    }

    /** False where a stream could not be told, since what it was told before is still on its way. */
    private boolean tell() {
        Round round = new Round(board.get(), details, clock.instant());
        boolean all = true;
        for (OpenStream stream : streams) {
            all &= stream.tell(round, System.nanoTime());
        }
        return all;
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        streams.forEach(OpenStream::end);
    }
}
