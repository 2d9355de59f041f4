package io.muster.dashboard.notify.delivery;

import java.time.Duration;
import java.util.List;

/** The threads of all desks. */
final class Desks implements AutoCloseable {

    /** Enough for a message, so that a thousand receivers need little. */
    private static final long STACK_BYTES = 512 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<Thread> threads;

    private Desks(List<Thread> threads) {
        this.threads = threads;
    }

    static Desks open(List<Desk> desks) {
        List<Thread> threads = desks.stream().map(Desks::thread).toList();
        threads.forEach(Thread::start);
        return new Desks(threads);
    }

    private static Thread thread(Desk desk) {
        Thread thread = new Thread(null, desk, "to-" + desk.receiverName(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Ends them, and waits a while for those that are in the middle of something. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
