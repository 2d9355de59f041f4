package io.muster.streams.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides whether a stream thread that died is replaced. Aborted transactions, fenced producers and broker restarts
 * kill threads without harm. Repeated deaths have a cause that a new thread does not fix.
 */
final class ThreadPolicy {

    private final int mostDeaths;
    private final Duration window;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    ThreadPolicy(int mostDeaths, Duration window) {
        this.mostDeaths = mostDeaths;
        this.window = window;
    }

    /** @return whether to replace the thread */
    synchronized boolean shouldReplace(Instant diedAt) {
        deaths.addLast(diedAt);
        while (deaths.getFirst().isBefore(diedAt.minus(window))) {
            deaths.removeFirst();
        }
        return deaths.size() <= mostDeaths;
    }
}
