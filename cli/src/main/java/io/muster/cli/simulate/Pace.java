package io.muster.cli.simulate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets things happen at a steady rate; what was late is caught up. */
final class Pace {

    private final double perSecond;
    private final long startedAt = System.nanoTime();
    private long done;

    /** @param perSecond how many a second; 0 for as fast as possible */
    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until the next one is due. */
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
