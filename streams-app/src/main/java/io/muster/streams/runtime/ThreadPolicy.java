package io.muster.streams.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a stream thread that died is replaced. Aborted transactions, fenced producers and brokers that restart kill a thread
 * without harm; a thread that keeps dying has a cause that no replacement mends.
 */
final class ThreadPolicy {

    private final int mostDeaths;
    private final Duration window;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    ThreadPolicy(int mostDeaths, Duration window) {
        this.mostDeaths = mostDeaths;
        this.window = window;
    }

    /** @return whether to replace the thread that died at that time */
    synchronized boolean shouldReplace(Instant diedAt) {
        deaths.addLast(diedAt);
        while (deaths.getFirst().isBefore(diedAt.minus(window))) {
            deaths.removeFirst();
        }
        return deaths.size() <= mostDeaths;
    }
}
