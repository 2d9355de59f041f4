package io.muster.notifier.delivery;

import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.List;

/** The threads of all desks. */
final class Desks implements AutoCloseable {

    /** Enough for a message, so that a thousand receivers need little. */
    private static final long STACK_BYTES = 512 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<Loop> threads;

    private Desks(List<Loop> threads) {
        this.threads = threads;
    }

    static Desks open(List<Desk> desks, Loops loops) {
        return new Desks(desks.stream()
                .map(desk -> loops.start("to-" + desk.receiverName(), STACK_BYTES, desk::step, () -> {}))
                .toList());
    }

    /** Ends them, and waits a while for those that are in the middle of something. */
    @Override
    public void close() {
        threads.forEach(Loop::interrupt);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Loop thread : threads) {
                thread.join(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
