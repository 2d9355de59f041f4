package io.muster.notifier.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The period in which no other notifier can be active. A process that was suspended past its session timeout finds its
 * lease expired before it learns that it was replaced. Renewed by one thread, awaited by any.
 */
final class Lease {

    private final long nanos;
    private final LongSupplier nanoTime;
    private volatile long end;

    /** @param nanoTime a clock that advances while the process is suspended, such as {@link System#nanoTime()} */
    Lease(Duration length, LongSupplier nanoTime) {
        this.nanos = length.toNanos();
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong();
    }

    /** Whether half of the lease has passed, so that it should be renewed. */
    boolean isRenewalDue() {
        return end - nanoTime.getAsLong() < nanos / 2;
    }

    /** The current time of the lease's clock, for {@link #renew}. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** @param requestedAt when the renewal was requested: the reply may have been delayed */
    synchronized void renew(long requestedAt) {
        end = requestedAt + nanos;
        notifyAll();
    }

    void expire() {
        end = nanoTime.getAsLong();
    }

    boolean isExpired() {
        return end - nanoTime.getAsLong() <= 0;
    }

    /** Blocks while the lease is expired. */
    synchronized void await() throws InterruptedException {
        while (isExpired()) {
            wait();
        }
    }
}
