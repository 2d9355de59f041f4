package io.muster.notifier.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * For how long it is certain that no other process delivers. One that stood still, and was given up by the others, finds its lease over
 * before it learns that its turn is. Renewed by one thread, awaited by any.
 */
final class Lease {

    private final long nanos;
    private final LongSupplier nanoTime;
    private volatile long end;

    /** @param nanoTime a clock that goes on while the process stands still, as {@link System#nanoTime()} does */
    Lease(Duration length, LongSupplier nanoTime) {
        this.nanos = length.toNanos();
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong();
    }

    /** Whether half of it is over, so that it is time to ask for more. */
    boolean isDue() {
        return end - nanoTime.getAsLong() < nanos / 2;
    }

    /** The time by its clock, to be told to {@link #renew}. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** @param asked when it was asked for; what was answered may be old */
    synchronized void renew(long asked) {
        end = asked + nanos;
        notifyAll();
    }

    void end() {
        end = nanoTime.getAsLong();
    }

    boolean isOver() {
        return end - nanoTime.getAsLong() <= 0;
    }

    /** Waits while it is over. */
    synchronized void await() throws InterruptedException {
        while (isOver()) {
            wait();
        }
    }
}
