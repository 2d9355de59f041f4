package io.muster.dashboard.stream;

import io.muster.board.Board;
import io.muster.board.LiveBoard;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Periodically sends updates to all streams, in its own thread. Each stream remembers the state it was last sent and
 * receives the difference. A busy stream or a failed update is therefore delayed, but never loses a change.
 */
public final class Broadcast implements AutoCloseable {

    /** Changes within this time are batched. */
    private static final long MIN_PAUSE = Duration.ofMillis(100).toNanos();

    /** The pause after an update is this multiple of its duration, to leave CPU time for requests. */
    private static final int PAUSE_FACTOR = 2;

    /** Upper bound of the pause, well below the heartbeat interval. */
    private static final long MAX_PAUSE = Duration.ofSeconds(5).toNanos();

    /** A stream without other events gets a heartbeat after this time. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Supplier<Board> board;
    private final StatusTracker statuses;
    private final InstantSource clock;
    private final long heartbeatNanos;
    private final DetailTracker details = new DetailTracker();
    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();

    /** Wakes up the loop; capacity 1, because pending wake-ups coalesce. */
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);

    private @Nullable Loop loop;

    /** Whether some stream may not be up to date. */
    private boolean pending;

    private long sentStatus = StatusTracker.NONE;

    /**
     * Starts following a view.
     *
     * @param state compared to detect status changes
     * @param status sent to all streams after a change
     * @param loops runs the thread
     */
    public static Broadcast of(
            LiveBoard view, Supplier<?> state, Supplier<?> status, InstantSource clock, Loops loops) {
        return of(view, new StatusTracker(state, status), clock, HEARTBEAT, loops);
    }

    static Broadcast of(LiveBoard view, StatusTracker statuses, InstantSource clock, Duration heartbeat, Loops loops) {
        Broadcast broadcast = new Broadcast(view::board, statuses, clock, heartbeat);
        view.addListener((board, changes) -> broadcast.wake());
        broadcast.loop = loops.start("stream", broadcast::step);
        return broadcast;
    }

    private Broadcast(Supplier<Board> board, StatusTracker statuses, InstantSource clock, Duration heartbeat) {
        this.board = board;
        this.statuses = statuses;
        this.clock = clock;
        heartbeatNanos = heartbeat.toNanos();
    }

    /** Number of open streams. */
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

    /** An update of the current board, for the first event of a stream. */
    BoardUpdate update() {
        return new BoardUpdate(board.get(), new DetailTracker(), clock.instant());
    }

    private void wake() {
        news.offer(true);
    }

    private void step(Loop self) throws InterruptedException {
        pending |= news.poll(MIN_PAUSE, TimeUnit.NANOSECONDS) != null;
        long began = System.nanoTime();
        streams.forEach(stream -> stream.heartbeat(System.nanoTime(), heartbeatNanos));
        StatusTracker.Versioned status = statuses.latest();
        pending |= status.version() != sentStatus;
        if (pending) {
            pending = !send(status);
            sentStatus = status.version();
        }
        long pause = PAUSE_FACTOR * (System.nanoTime() - began);
        self.pause(Duration.ofNanos(Math.min(Math.max(MIN_PAUSE, pause), MAX_PAUSE)));
    }

    /**
     * Sends each stream the changes it has not received yet. A failure of one stream does not delay the others.
     *
     * @return false if a stream is still busy with an earlier event
     */
    private boolean send(StatusTracker.Versioned status) {
        BoardUpdate update = new BoardUpdate(board.get(), details, clock.instant());
        boolean all = true;
        RuntimeException failure = null;
        for (OpenStream stream : streams) {
            try {
                all &= stream.send(update, status, System.nanoTime());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return all;
    }

    /** Closes all streams. */
    @Override
    public void close() {
        if (loop != null) {
            loop.interrupt();
        }
        streams.forEach(OpenStream::end);
    }
}
