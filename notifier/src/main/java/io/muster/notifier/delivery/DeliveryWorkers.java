package io.muster.notifier.delivery;

import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.List;

/** The threads of all workers. */
final class DeliveryWorkers implements AutoCloseable {

    /** Enough for a message, so that a thousand receivers need little. */
    private static final long STACK_BYTES = 512 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<Loop> threads;

    private DeliveryWorkers(List<Loop> threads) {
        this.threads = threads;
    }

    static DeliveryWorkers open(List<DeliveryWorker> workers, Loops loops) {
        return new DeliveryWorkers(workers.stream()
                .map(worker -> loops.start("to-" + worker.receiverName(), STACK_BYTES, worker::step, () -> {}))
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
