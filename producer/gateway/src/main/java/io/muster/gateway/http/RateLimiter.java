package io.muster.gateway.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.muster.gateway.body.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rate limit per key, in statements: a steady rate, with bursts of up to ten seconds' worth. */
final class RateLimiter {

    private static final int BURST_SECONDS = 10;

    private final int perSecond;
    private final long burst;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param atOnce number of statements that a single request may have */
    RateLimiter(int perSecond, int atOnce) {
        this.perSecond = perSecond;
        this.burst = Math.max((long) perSecond * BURST_SECONDS, atOnce);
    }

    /** @throws RefusedException if the key exceeds its rate */
    void take(String keyId, int statements) {
        if (statements == 0) {
            return;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(keyId, id -> bucket()).tryConsumeAndReturnRemaining(statements);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw RefusedException.later(
                    429,
                    "this key has sent more than " + perSecond + " statements a second; send the same again after "
                            + seconds + " s",
                    seconds);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
