package io.muster.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the thread that sends and those that record tell each other. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean work;
    private boolean stopped;
    private @Nullable String waitsFor;

    /** There may be something to send. */
    void work() {
        tell(() -> work = true);
    }

    /** Nothing more is to be sent. */
    void stop() {
        tell(() -> stopped = true);
    }

    /** Something keeps it from being sent. */
    void waitsFor(String what) {
        tell(() -> waitsFor = what);
    }

    /** Nothing does, and something is done. */
    void goesOn() {
        tell(() -> waitsFor = null);
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    Optional<String> waitsFor() {
        lock.lock();
        try {
            return Optional.ofNullable(waitsFor);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there may be something to send, at most that long. */
    void awaitWork(Duration atMost) {
        await(atMost, () -> work || stopped);
        tell(() -> work = false);
    }

    /** Waits that long, or until nothing more is to be sent. */
    void pause(Duration time) {
        await(time, () -> stopped);
    }

    /**
     * Waits until something is so; looks again whenever there is news.
     *
     * @return whether it is so; false also where the thread is interrupted
     */
    boolean await(Duration atMost, BooleanSupplier what) {
        long end = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!what.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // the next news may have come before we were here
                news.await(Math.min(left, TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
