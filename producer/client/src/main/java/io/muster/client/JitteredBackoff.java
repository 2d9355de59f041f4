package io.muster.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with jitter, so that offices do not retry at the same moment. The library does without the HTTP
 * module, which has one for services.
 */
final class JitteredBackoff {

    static final Duration MIN = Duration.ofMillis(200);
    static final Duration MAX = Duration.ofSeconds(10);

    private final RandomGenerator random;
    private Duration next = MIN;

    JitteredBackoff(RandomGenerator random) {
        this.random = random;
    }

    /** The next pause: between half of the current interval and all of it. */
    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(MAX) < 0 ? twice : MAX;
        return Duration.ofNanos((long) (now.toNanos() * (0.5 + random.nextDouble() / 2)));
    }

    /** Resets the interval after a success. */
    void reset() {
        next = MIN;
    }
}
