package io.muster.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before another attempt: twice as long each time, and not all offices at the same moment. */
final class BackOff {

    static final Duration SHORTEST = Duration.ofMillis(200);
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final RandomGenerator random;
    private Duration next = SHORTEST;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** From half of the time to all of it. */
    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return Duration.ofNanos((long) (now.toNanos() * (0.5 + random.nextDouble() / 2)));
    }

    /** Something went well. */
    void reset() {
        next = SHORTEST;
    }
}
