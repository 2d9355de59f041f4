package io.muster.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** State that the sender thread shares with the threads that record and wait. */
final class SenderStatus {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean workAvailable;
    private boolean stopped;
    private @Nullable String waitingFor;

    /** Wakes the sender: the spool may hold new statements. */
    void signalWork() {
        update(() -> workAvailable = true);
    }

    /** Asks the sender to stop. */
    void stop() {
        update(() -> stopped = true);
    }

    /** Sets why the sender cannot send at the moment. */
    void setWaitingFor(String reason) {
        update(() -> waitingFor = reason);
    }

    /** The sender made progress, or has nothing to send. */
    void clearWaitingFor() {
        update(() -> waitingFor = null);
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    Optional<String> waitingFor() {
        lock.lock();
        try {
            return Optional.ofNullable(waitingFor);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there may be work, or until the timeout. */
    void awaitWork(Duration atMost) {
        await(atMost, () -> workAvailable || stopped);
        update(() -> workAvailable = false);
    }

    /** Waits for the given time, or until the sender is asked to stop. */
    void pause(Duration time) {
        await(time, () -> stopped);
    }

    /**
     * Waits until the condition holds. Re-checks it on every signal, and at least once a second.
     *
     * @return whether the condition holds; false after the timeout or an interrupt
     */
    boolean await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // A signal may have been sent before this thread started to wait, so never wait for long.
                changed.await(Math.min(left, TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
