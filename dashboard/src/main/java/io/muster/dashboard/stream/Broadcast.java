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
 * Tells all streams what is new, in rounds, in a thread of its own. Nothing is told in passing: each stream knows what it was told last, and
 * is told what differs as soon as it can be. So a stream that is busy, or a round that fails, is late and misses nothing.
 */
public final class Broadcast implements AutoCloseable {

    /** What comes within this time goes together. */
    private static final long LEAST_PAUSE = Duration.ofMillis(100).toNanos();

    /** So many times as long as a round took is the pause after it, so that there is time for something else. */
    private static final int PAUSE_FACTOR = 2;

    /** Nobody waits longer, not even for the heartbeat. */
    private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

    private static final long HEARTBEAT = Duration.ofSeconds(15).toNanos();

    private final Supplier<Board> board;
    private final Statuses statuses;
    private final InstantSource clock;
    private final Details details = new Details();
    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();

    /** Holds one thing at most: that there is news. */
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);

    private @Nullable Loop loop;

    /** Whether some stream may not have been told all there is. */
    private boolean pending;

    private long toldStatus = Statuses.NOTHING;

    /**
     * Starts to follow a view.
     *
     * @param state how the view stands to its topics
     * @param status what is told to all when that changes
     * @param loops the threads of the service
     */
    public static Broadcast of(
            LiveBoard view, Supplier<?> state, Supplier<?> status, InstantSource clock, Loops loops) {
        Broadcast broadcast = new Broadcast(view::board, new Statuses(state, status), clock);
        view.addListener((board, changes) -> broadcast.wake());
        broadcast.loop = loops.start("stream", broadcast::step);
        return broadcast;
    }

    private Broadcast(Supplier<Board> board, Statuses statuses, InstantSource clock) {
        this.board = board;
        this.statuses = statuses;
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

    private void step(Loop self) throws InterruptedException {
        pending |= news.poll(LEAST_PAUSE, TimeUnit.NANOSECONDS) != null;
        long began = System.nanoTime();
        streams.forEach(stream -> stream.beat(System.nanoTime(), HEARTBEAT));
        Statuses.Numbered status = statuses.latest();
        pending |= status.number() != toldStatus;
        if (pending) {
            pending = !tell(status);
            toldStatus = status.number();
        }
        long tired = PAUSE_FACTOR * (System.nanoTime() - began);
        self.pause(Duration.ofNanos(Math.min(Math.max(LEAST_PAUSE, tired), LONGEST_PAUSE)));
    }

    /**
     * Tells each stream what it was not told yet. What fails for one keeps no other waiting.
     *
     * @return false where a stream could not be told, since what it was told before is still on its way
     */
    private boolean tell(Statuses.Numbered status) {
        Round round = new Round(board.get(), details, clock.instant());
        boolean all = true;
        RuntimeException failure = null;
        for (OpenStream stream : streams) {
            try {
                all &= stream.tell(round, status, System.nanoTime());
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return all;
    }

    /** Ends all streams. */
    @Override
    public void close() {
        if (loop != null) {
            loop.interrupt();
        }
        streams.forEach(OpenStream::end);
    }
}
