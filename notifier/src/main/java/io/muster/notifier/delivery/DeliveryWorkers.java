package io.muster.notifier.delivery;

import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.List;

/** The threads of all delivery workers. */
final class DeliveryWorkers implements AutoCloseable {

    /** Small, because there may be a thousand receivers. */
    private static final long STACK_BYTES = 512 * 1024;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(4);

    private final List<Loop> threads;

    private DeliveryWorkers(List<Loop> threads) {
        this.threads = threads;
    }

    static DeliveryWorkers start(List<DeliveryWorker> workers, Loops loops) {
        return new DeliveryWorkers(workers.stream()
                .map(worker -> loops.start("to-" + worker.receiverName(), STACK_BYTES, worker::step, () -> {}))
                .toList());
    }

    /** Interrupts all threads and waits until they end, at most {@link #CLOSE_TIMEOUT} in total. */
    @Override
    public void close() {
        threads.forEach(Loop::interrupt);
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (Loop thread : threads) {
                thread.join(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
