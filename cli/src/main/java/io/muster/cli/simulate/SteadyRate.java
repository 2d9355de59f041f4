package io.muster.cli.simulate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Paces a loop at a steady rate, and catches up after a delay. */
final class SteadyRate {

    private final double perSecond;
    private final long startedAt = System.nanoTime();
    private long done;

    /** @param perSecond iterations per second; 0 for as fast as possible */
    SteadyRate(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until the next iteration is due. */
    void await() {
        if (perSecond > 0) {
            long due = startedAt + (long) (done * (TimeUnit.SECONDS.toNanos(1) / perSecond));
            long now = System.nanoTime();
            while (now - due < 0) {
                LockSupport.parkNanos(due - now);
                now = System.nanoTime();
            }
        }
        done++;
    }
}
