package io.muster.http.loop;

import java.time.Duration;

/** Pauses that double with each failure in a row, up to a longest. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long to wait after one more failure. */
    public Duration afterFailure() {
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return pause;
    }

    /** The next failure is the first one again. */
    public void success() {
        next = first;
    }
}
