package io.muster.http.loop;

import java.time.Duration;

/** Exponential back-off: pauses that double with each consecutive failure, up to a maximum. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** Records a failure and returns the pause before the next attempt. */
    public Duration afterFailure() {
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return pause;
    }

    /** Resets the pause to the first one. */
    public void success() {
        next = first;
    }
}
